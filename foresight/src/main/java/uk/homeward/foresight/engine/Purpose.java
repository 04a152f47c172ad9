package uk.homeward.foresight.engine;

import uk.homeward.foresight.chance.Chance;

/** What a random number is for. Purposes are named, so that an added step does not change another step's luck. */
final class Purpose {

    static final long TRAIT = 0x7261_6974L << 24;

    /** Added once for each time a person went round. */
    static final long ROUND = 0xD1B54A32D192ED03L;

    private Purpose() {}

    static long of(String kind, String name) {
        return Chance.key(Chance.key(0, kind), name);
    }
}
