package uk.homeward.foresight.engine;

import uk.homeward.foresight.chance.Chance;

/** What a random number is for. Purposes are named, so that an added step does not change another step's luck. */
final class Purpose {

    private static final long TRAIT = of("trait", "");
    private static final long ROUND = of("round", "") | 1;

    private Purpose() {}

    /** What is added to a purpose when a person has gone round that often. */
    static long round(int times) {
        return times * ROUND;
    }

    /** The drawing of a trait, by its position. */
    static long trait(int index) {
        return TRAIT + index * ROUND;
    }

    static long of(String kind, String name) {
        return Chance.key(Chance.key(0, kind), name);
    }
}
