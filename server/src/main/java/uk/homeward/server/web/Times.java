package uk.homeward.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes moments and durations for people, in the place's local time. */
public record Times(ZoneId zone, Instant now) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** {@code 14:05} for today, {@code 3 Mar 14:05} otherwise; empty for null. */
    public String moment(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY_TIME).format(at.atZone(zone));
    }

    /** {@code 3 Mar 2026}; empty for null. */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** Machine-readable, for {@code <time datetime>}. */
    public String iso(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    /** How long ago, such as {@code 2 days} or {@code 35 min}. */
    public String since(@Nullable Instant at) {
        return at == null ? "" : lasting(Duration.between(at, now));
    }

    /** {@code in 35 min} or {@code 20 min late}. */
    public String due(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        Duration left = Duration.between(now, at);
        return left.isNegative() ? lasting(left.abs()) + " late" : "in " + lasting(left);
    }

    /** A length in the coarsest unit that tells enough. */
    public String lasting(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 120) {
            return minutes + " min";
        }
        if (minutes < 48 * 60) {
            return minutes / 60 + " hours";
        }
        return minutes / (24 * 60) + " days";
    }

    /** Whole years; -1 where the date of birth is not known. */
    public int age(@Nullable LocalDate born) {
        return born == null
                ? -1
                : Period.between(born, now.atZone(zone).toLocalDate()).getYears();
    }
}
