package uk.homeward.journey.pathway;

import java.time.LocalDate;
import java.util.List;

/**
 * Something limited that steps occupy, as the pathway names it; a place binds its own wards, units and teams to it.
 *
 * @param capacity for foresight: how much there is where no place says better; {@link Double#POSITIVE_INFINITY} is no
 *     limit
 * @param byHour 24 factors on the capacity, or empty
 * @param byWeekday 7 factors from Monday, or empty
 * @param changes capacity from a date on
 * @param outOfService how much of it is out of service on average
 * @param costPerDay cost of one unit for one day, in pounds
 */
public record Pool(
        PoolId id,
        String title,
        Kind kind,
        double capacity,
        List<Double> byHour,
        List<Double> byWeekday,
        List<Change> changes,
        double outOfService,
        double costPerDay) {

    public Pool {
        byHour = List.copyOf(byHour);
        byWeekday = List.copyOf(byWeekday);
        changes = List.copyOf(changes);
    }

    /** What a pool counts. */
    public enum Kind {
        BEDS,
        PLACES,
        HOURS,
        STAFF
    }

    /** A new capacity from the start of a day. */
    public record Change(LocalDate from, double capacity) {}
}
