package uk.homeward.foresight.pathway;

import java.util.Map;
import java.util.TreeMap;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.journey.pathway.Route;

/** The kinds of sender of a route, by their shares. */
final class Senders {

    private static final String PURPOSE = "sender";

    private final Route route;

    Senders(Route route) {
        this.route = route;
    }

    /** The kind of sender of this person. */
    String kind(long key) {
        Route.Arrivals arrivals = route.arrivals();
        Map<String, Double> shares = arrivals == null ? Map.of() : new TreeMap<>(arrivals.sources());
        Chance chance = new Chance(Chance.key(key, PURPOSE));
        double u = chance.uniform();
        String last = route.who().isEmpty() ? "" : route.who().getFirst();
        for (Map.Entry<String, Double> share : shares.entrySet()) {
            if (share.getValue() > 0) {
                last = share.getKey();
                u -= share.getValue();
                if (u < 0) {
                    return last;
                }
            }
        }
        return last;
    }
}
