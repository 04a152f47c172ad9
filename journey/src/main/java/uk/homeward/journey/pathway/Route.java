package uk.homeward.journey.pathway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way into the pathway.
 *
 * @param who the kinds of sender this way is meant for, such as {@code gp} or {@code fire}
 * @param acceptance true where a person must accept the referral before the journey goes on
 * @param acceptedAfter for foresight: how long acceptance takes; null means at once
 * @param declined for foresight: the share that is declined, 0 to 1
 * @param to where the journey goes on
 * @param arrivals for foresight: how people arrive; null where nobody arrives by themselves
 */
public record Route(
        RouteId id,
        String title,
        List<String> who,
        boolean acceptance,
        @Nullable Lasting acceptedAfter,
        double declined,
        Target to,
        @Nullable Arrivals arrivals) {

    public Route {
        who = List.copyOf(who);
    }

    /**
     * The stream of arrivals: a Poisson process whose rate is the product of the daily rate and the patterns.
     *
     * @param perDay mean number of people a day
     * @param byHour 24 weights of the hours of the day (local time), or empty for an even day
     * @param byWeekday 7 weights from Monday, or empty
     * @param byMonth 12 weights from January, or empty
     * @param growthPerYear relative growth a year, 0.02 is two in a hundred
     * @param sources shares of the kinds of sender
     * @param attributes shares of each value of each attribute among those who arrive
     * @param population where above 0, a closed population of so many people who return at rate perDay each
     */
    public record Arrivals(
            double perDay,
            List<Double> byHour,
            List<Double> byWeekday,
            List<Double> byMonth,
            double growthPerYear,
            Map<String, Double> sources,
            Map<String, Map<String, Double>> attributes,
            int population) {

        public Arrivals {
            byHour = List.copyOf(byHour);
            byWeekday = List.copyOf(byWeekday);
            byMonth = List.copyOf(byMonth);
            sources = Map.copyOf(sources);
            attributes = Map.copyOf(attributes);
        }
    }
}
