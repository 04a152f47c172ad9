package uk.homeward.foresight.calibration;

import java.util.List;
import java.util.Map;
import uk.homeward.journey.pathway.RouteId;

/**
 * Who comes by a route for the first time; people who come back after an exit are told apart.
 *
 * @param people who came within the window
 * @param assumedPerDay what the pathway says; not a number where it says nothing
 * @param perDay the rate at the day for which the overlay is written, seasons evened out
 * @param byHour 24 weights; empty where too few came
 * @param byWeekday 7 weights from Monday; empty where too few came
 * @param byMonth 12 weights; empty where the window is shorter than a year
 * @param growthPerYear not a number where the window is shorter than two years
 * @param dispersion variance of the daily counts by their expectation; 1 is what the simulator plays
 * @param fit observed beside fitted quantiles of the people who come in a day
 * @param sources shares of the kinds of sender
 * @param attributes shares of each value
 * @param kept what was too thin to learn
 */
public record LearnedArrivals(
        RouteId route,
        int people,
        double assumedPerDay,
        Between perDay,
        List<Double> byHour,
        List<Double> byWeekday,
        List<Double> byMonth,
        Between growthPerYear,
        double dispersion,
        List<Daily> fit,
        Map<String, Between> sources,
        Map<String, Map<String, Between>> attributes,
        List<String> kept) {

    public LearnedArrivals {
        byHour = List.copyOf(byHour);
        byWeekday = List.copyOf(byWeekday);
        byMonth = List.copyOf(byMonth);
        fit = List.copyOf(fit);
        kept = List.copyOf(kept);
    }

    /** So many people come on the share {@code p} of all days, or fewer. */
    public record Daily(double p, int observed, int fitted) {}

    public boolean isLearned() {
        return !Double.isNaN(perDay.value());
    }
}
