package uk.homeward.journey.pathway;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The hours in which work is done and a clock runs, written {@code 08:00-20:00 daily} or {@code 09:00-17:00 weekdays}.
 *
 * <p>Local times: on the day the clocks change, the window is as long as it really is.
 */
public record WorkingHours(LocalTime from, LocalTime to, Set<DayOfWeek> days, boolean onHolidays) {

    public WorkingHours {
        days = Set.copyOf(days);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("working hours end (" + to + ") before they begin (" + from + ")");
        }
    }

    public static WorkingHours daily(LocalTime from, LocalTime to) {
        return new WorkingHours(from, to, EnumSet.allOf(DayOfWeek.class), true);
    }

    public static WorkingHours weekdays(LocalTime from, LocalTime to) {
        return new WorkingHours(from, to, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), false);
    }

    /** True if work is done at this moment. */
    public boolean isOpen(Instant at, ZoneId zone, Predicate<LocalDate> holiday) {
        ZonedDateTime local = at.atZone(zone);
        return worksOn(local.toLocalDate(), holiday)
                && !local.toLocalTime().isBefore(from)
                && local.toLocalTime().isBefore(to);
    }

    /** The moment at which {@code working} time has run since {@code start}. */
    public Instant after(Instant start, Duration working, ZoneId zone, Predicate<LocalDate> holiday) {
        Duration left = working;
        LocalDate day = start.atZone(zone).toLocalDate();
        for (int i = 0; i < 3660; i++, day = day.plusDays(1)) {
            if (!worksOn(day, holiday)) {
                continue;
            }
            Instant open = later(start, day.atTime(from).atZone(zone).toInstant());
            Instant close = day.atTime(to).atZone(zone).toInstant();
            if (!open.isBefore(close)) {
                continue;
            }
            Duration window = Duration.between(open, close);
            if (window.compareTo(left) >= 0) {
                return open.plus(left);
            }
            left = left.minus(window);
        }
        throw new IllegalStateException("no " + working + " of working time within ten years of " + start);
    }

    /** The working time between two moments; zero if {@code end} is not after {@code start}. */
    public Duration between(Instant start, Instant end, ZoneId zone, Predicate<LocalDate> holiday) {
        Duration sum = Duration.ZERO;
        LocalDate last = end.atZone(zone).toLocalDate();
        for (LocalDate day = start.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (worksOn(day, holiday)) {
                Instant open = later(start, day.atTime(from).atZone(zone).toInstant());
                Instant close = day.atTime(to).atZone(zone).toInstant();
                Instant until = end.isBefore(close) ? end : close;
                sum = open.isBefore(until) ? sum.plus(Duration.between(open, until)) : sum;
            }
        }
        return sum;
    }

    private boolean worksOn(LocalDate day, Predicate<LocalDate> holiday) {
        return days.contains(day.getDayOfWeek()) && (onHolidays || !holiday.test(day));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
