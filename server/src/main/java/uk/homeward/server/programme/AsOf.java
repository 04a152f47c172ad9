package uk.homeward.server.programme;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day as of which a page is shown.
 *
 * @param day the day, at its end
 * @param fault what was wrong with the day that was asked for; empty where nothing was
 */
public record AsOf(LocalDate day, LocalDate today, String fault) {

    /** Today. */
    static AsOf today(LocalDate today) {
        return new AsOf(today, today, "");
    }

    /** The day that an address asks for; today for none, and for one that cannot be. */
    static AsOf of(String text, LocalDate today) {
        if (text.isBlank()) {
            return today(today);
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.isAfter(today)
                    ? new AsOf(today, today, "This day (" + text + ") is still to come, so you see today.")
                    : new AsOf(day, today, "");
        } catch (DateTimeException e) {
            return new AsOf(
                    today, today, "This is not a date (" + text + "), so you see today. Write it as 2018-04-01.");
        }
    }

    public boolean isPast() {
        return day.isBefore(today);
    }

    /** The first moment that is no longer seen. */
    Instant end(ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What an address ends with to show the same day: {@code ?as-of=2018-04-01}, or nothing for today. */
    public String query() {
        return isPast() ? "?as-of=" + day : "";
    }

    /** The same behind other parameters. */
    public String and() {
        return isPast() ? "&as-of=" + day : "";
    }
}
