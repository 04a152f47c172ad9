package uk.homeward.foresight.pathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.foresight.network.Pool;

/**
 * The capacity of a pool over the time that is played. The engine counts in whole units; where steps occupy fractions, a
 * unit is a part of a place, and {@link #parts} tells how many parts make one.
 */
final class Capacities {

    private static final int[] PARTS = {1, 2, 4, 5, 8, 10, 20, 50, 100, 1000};

    private Capacities() {}

    /** The least number of parts of a place in which all amounts are whole. */
    static int parts(List<Double> amounts) {
        for (int parts : PARTS) {
            boolean whole = amounts.stream().allMatch(a -> Math.abs(a * parts - Math.rint(a * parts)) < 1e-6);
            if (whole) {
                return parts;
            }
        }
        return PARTS[PARTS.length - 1];
    }

    static Pool of(uk.homeward.journey.pathway.Pool pool, int parts, Span span) {
        String name = pool.id().value();
        if (Double.isInfinite(pool.capacity())) {
            return Pool.of(name, Integer.MAX_VALUE);
        }
        boolean daily = !pool.byHour().isEmpty() || !pool.byWeekday().isEmpty();
        List<Pool.Change> changes = daily ? hourly(pool, parts, span) : dated(pool, parts, span);
        return new Pool(
                name,
                places(pool, parts, span.start().toLocalDate(), span.start().getHour()),
                changes);
    }

    private static List<Pool.Change> dated(uk.homeward.journey.pathway.Pool pool, int parts, Span span) {
        List<Pool.Change> changes = new ArrayList<>();
        for (var change : pool.changes()) {
            double at = span.until(change.from());
            if (at > 0 && at < span.hours()) {
                changes.add(new Pool.Change(at, places(pool, parts, change.from(), 0)));
            }
        }
        return changes;
    }

    private static List<Pool.Change> hourly(uk.homeward.journey.pathway.Pool pool, int parts, Span span) {
        List<Pool.Change> changes = new ArrayList<>();
        int before = -1;
        for (int day = 0; day < span.days(); day++) {
            for (int hour = 0; hour < 24; hour++) {
                double at = span.until(span.day(day)) + hour;
                int places = places(pool, parts, span.day(day), hour);
                if (at > 0 && at < span.hours() && places != before) {
                    changes.add(new Pool.Change(at, places));
                }
                before = at >= 0 ? places : -1;
            }
        }
        return changes;
    }

    private static int places(uk.homeward.journey.pathway.Pool pool, int parts, LocalDate day, int hour) {
        double capacity = pool.capacity();
        for (var change : pool.changes()) {
            if (!change.from().isAfter(day)) {
                capacity = change.capacity();
            }
        }
        double factor = pool.byHour().isEmpty() ? 1 : pool.byHour().get(hour);
        factor *= pool.byWeekday().isEmpty()
                ? 1
                : pool.byWeekday().get(day.getDayOfWeek().getValue() - 1);
        return (int) Math.max(0, Math.round((capacity * factor - pool.outOfService()) * parts));
    }
}
