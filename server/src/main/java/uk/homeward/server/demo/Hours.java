package uk.homeward.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.WorkingHours;

/** Hours of the day in which something is done, such as from 8 to 18. */
record Hours(int from, int to) {

    static final Hours ALWAYS = new Hours(0, 24);
    static final Hours DAY = new Hours(8, 18);

    /** The hours of a pathway's step, on every day; always where it names none. */
    static Hours of(@Nullable WorkingHours hours) {
        return hours == null
                ? ALWAYS
                : new Hours(hours.from().getHour(), Math.ceilDiv(hours.to().toSecondOfDay(), 3600));
    }

    boolean has(Instant at, ZoneId zone) {
        int hour = at.atZone(zone).getHour();
        return hour >= from && hour < to;
    }

    /** The moment itself where it lies in the hours, otherwise soon after they next begin. */
    Instant next(Instant at, ZoneId zone, double chance) {
        if (has(at, zone)) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.getHour() < from
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return moment(day, zone, 5400 * chance);
    }

    /** The moment itself where it lies in the hours, otherwise any time within them on that day or the next. */
    Instant some(Instant at, ZoneId zone, double chance) {
        if (has(at, zone)) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.getHour() < from
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return moment(day, zone, 3600.0 * (to - from) * chance);
    }

    /** A time within the hours of a day. */
    Instant on(LocalDate day, ZoneId zone, double chance) {
        return moment(day, zone, 3600.0 * (to - from) * chance);
    }

    private Instant moment(LocalDate day, ZoneId zone, double seconds) {
        return day.atTime(LocalTime.of(from, 0)).atZone(zone).toInstant().plusSeconds((long) seconds);
    }
}
