package uk.homeward.foresight.engine;

import java.util.List;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.network.Risk;

/** What may happen first, compiled: the earliest of several risks. */
final class Hazards {

    final int[] to;
    private final Lasts[] after;

    Hazards(String use, String step, List<Risk> risks, Names names, TraitPacking packing) {
        to = names.places(risks, Risk::to);
        after = new Lasts[risks.size()];
        for (int i = 0; i < after.length; i++) {
            after[i] = new Lasts(use + i, step, risks.get(i).after(), List.of(), packing);
        }
    }

    boolean isEmpty() {
        return to.length == 0;
    }

    /** Milliseconds until the first risk; {@code which[0]} receives its number. */
    long draw(long key, int round, long traits, Chance chance, int[] which) {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < after.length; i++) {
            long time = after[i].draw(key, round, traits, 0, chance);
            if (time < first) {
                first = time;
                which[0] = i;
            }
        }
        return first;
    }
}
