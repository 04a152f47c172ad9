package uk.homeward.journey.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.WorkingHours;

/** The place's time zone and bank holidays: what working time is measured by. */
public record Calendar(ZoneId zone, Set<LocalDate> holidays) {

    public Calendar {
        holidays = Set.copyOf(holidays);
    }

    /** The working day after the day of this moment: no weekend, no bank holiday. */
    LocalDate nextWorkingDay(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate().plusDays(1);
        while (day.getDayOfWeek().getValue() > 5 || holidays.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The moment at which so much time has run since {@code start}; null hours run always. */
    Instant after(Instant start, Duration time, @Nullable WorkingHours hours) {
        return hours == null ? start.plus(time) : hours.after(start, time, zone, holidays::contains);
    }

    /** The time that ran between two moments; null hours run always. */
    Duration between(Instant start, Instant end, @Nullable WorkingHours hours) {
        if (hours != null) {
            return hours.between(start, end, zone, holidays::contains);
        }
        return end.isAfter(start) ? Duration.between(start, end) : Duration.ZERO;
    }
}
