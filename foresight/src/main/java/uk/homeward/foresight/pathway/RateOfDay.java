package uk.homeward.foresight.pathway;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.homeward.journey.pathway.Route;

/** How many people an hour are to be expected by a route on one day. */
public record RateOfDay(double[] hours) {

    public static RateOfDay of(Route.Arrivals arrivals, LocalDate day, LocalDate epoch) {
        double years = ChronoUnit.DAYS.between(epoch, day) / 365.25;
        double rate = arrivals.perDay()
                / 24
                * Math.pow(1 + arrivals.growthPerYear(), years)
                * Patterns.factor(arrivals.byMonth(), day.getMonthValue() - 1)
                * Patterns.factor(arrivals.byWeekday(), day.getDayOfWeek().getValue() - 1);
        double[] hours = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            hours[hour] = rate * Patterns.factor(arrivals.byHour(), hour);
        }
        return new RateOfDay(hours);
    }

    public double perHour(int hour) {
        return hours[hour];
    }

    /** People to be expected on the whole day. */
    public double sum() {
        return java.util.Arrays.stream(hours).sum();
    }
}
