package uk.homeward.insight.risk;

import java.util.EnumMap;
import java.util.Map;
import uk.homeward.insight.risk.RiskPyramid.Tier;

/** How people moved between tiers from one year to the next, with those who came and went told apart. */
public final class TierTransitions {

    private final Map<Tier, Map<Tier, Integer>> moved = new EnumMap<>(Tier.class);
    private final Map<Tier, Integer> came = new EnumMap<>(Tier.class);
    private final Map<Tier, Integer> went = new EnumMap<>(Tier.class);

    private TierTransitions() {}

    /** Compares two years, person by person; who is in one only has died, moved, or is new. */
    public static <P> TierTransitions between(Map<P, Tier> before, Map<P, Tier> after) {
        TierTransitions transitions = new TierTransitions();
        before.forEach((person, from) -> {
            Tier to = after.get(person);
            if (to == null) {
                transitions.went.merge(from, 1, Integer::sum);
            } else {
                transitions
                        .moved
                        .computeIfAbsent(from, key -> new EnumMap<>(Tier.class))
                        .merge(to, 1, Integer::sum);
            }
        });
        after.forEach((person, to) -> {
            if (!before.containsKey(person)) {
                transitions.came.merge(to, 1, Integer::sum);
            }
        });
        return transitions;
    }

    /** How many were in one tier and a year later in another, or still in the same. */
    public int count(Tier from, Tier to) {
        return moved.getOrDefault(from, Map.of()).getOrDefault(to, 0);
    }

    /** How many are new in a tier and were not there at all the year before. */
    public int came(Tier tier) {
        return came.getOrDefault(tier, 0);
    }

    /** How many of a tier are no longer there at all. */
    public int went(Tier tier) {
        return went.getOrDefault(tier, 0);
    }

    /** Of those in a tier who are still there, the share that is in another a year later; NaN when nobody is. */
    public double rate(Tier from, Tier to) {
        int stayed = moved.getOrDefault(from, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        return stayed == 0 ? Double.NaN : (double) count(from, to) / stayed;
    }
}
