package uk.homeward.foresight.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Risk;

/** What may happen first, compiled: the earliest of several risks. */
final class Hazards {

    final int[] to;
    private final Lasts[] after;

    /** The risks, compiled; null if there are none. */
    static @Nullable Hazards of(String use, String step, List<Risk> risks, Names names, TraitPacking packing) {
        return risks.isEmpty() ? null : new Hazards(use, step, risks, names, packing);
    }

    private Hazards(String use, String step, List<Risk> risks, Names names, TraitPacking packing) {
        to = names.places(risks, Risk::to);
        after = new Lasts[risks.size()];
        for (int i = 0; i < after.length; i++) {
            after[i] = new Lasts(use + i, step, risks.get(i).after(), List.of(), packing);
        }
    }

    /** Milliseconds until the first risk for this person; {@code which[0]} receives its number. */
    long draw(Play play, Person p, int[] which) {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < after.length; i++) {
            long time = play.moves.drawn(after[i], p);
            if (time < first) {
                first = time;
                which[0] = i;
            }
        }
        return first;
    }
}
