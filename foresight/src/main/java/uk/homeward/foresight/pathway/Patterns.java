package uk.homeward.foresight.pathway;

import java.util.ArrayList;
import java.util.List;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.journey.pathway.Route;

/** How people arrive: patterns of hour, weekday, month and growth as factors of the week and of each day of the run. */
final class Patterns {

    private static final double DAYS_OF_YEAR = 365.25;

    private Patterns() {}

    static Arrivals of(Route.Arrivals arrivals, Span span) {
        double perHour = arrivals.perDay() / 24;
        List<Double> week = week(arrivals);
        return arrivals.population() > 0
                ? new Arrivals.Population(arrivals.population(), perHour, week)
                : new Arrivals.Poisson(perHour, week, days(arrivals, span));
    }

    private static List<Double> week(Route.Arrivals arrivals) {
        if (arrivals.byHour().isEmpty() && arrivals.byWeekday().isEmpty()) {
            return List.of();
        }
        List<Double> week = new ArrayList<>();
        for (int hour = 0; hour < 168; hour++) {
            week.add(factor(arrivals.byWeekday(), hour / 24) * factor(arrivals.byHour(), hour % 24));
        }
        return week;
    }

    private static List<Double> days(Route.Arrivals arrivals, Span span) {
        if (arrivals.byMonth().isEmpty() && arrivals.growthPerYear() == 0) {
            return List.of();
        }
        List<Double> days = new ArrayList<>();
        for (int day = 0; day < span.days(); day++) {
            int month = span.day(day).getMonthValue() - 1;
            double growth = Math.pow(1 + arrivals.growthPerYear(), day / DAYS_OF_YEAR);
            days.add(factor(arrivals.byMonth(), month) * growth);
        }
        return days;
    }

    /** A weight against the mean of all weights; 1 if there are none. */
    static double factor(List<Double> weights, int index) {
        if (weights.isEmpty()) {
            return 1;
        }
        return weights.get(index)
                * weights.size()
                / weights.stream().mapToDouble(w -> w).sum();
    }
}
