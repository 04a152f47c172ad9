package uk.homeward.server.exchange.resources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a date of FHIR lasts: a year, a month, a day, a second.
 *
 * @param high not included
 */
record Span(OffsetDateTime low, OffsetDateTime high) {

    static final OffsetDateTime EVER = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;
    private static final int MINUTE = 16;

    /** Null if the text is no date of FHIR; where it says no zone, the place's is meant. */
    static @Nullable Span of(String text, ZoneId zone) {
        try {
            return switch (text.length()) {
                case YEAR ->
                    days(
                            Year.parse(text).atDay(1),
                            Year.parse(text).plusYears(1).atDay(1),
                            zone);
                case MONTH ->
                    days(
                            YearMonth.parse(text).atDay(1),
                            YearMonth.parse(text).plusMonths(1).atDay(1),
                            zone);
                case DAY -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1), zone);
                default -> moment(text, zone);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Span days(LocalDate from, LocalDate to, ZoneId zone) {
        return new Span(utc(from.atStartOfDay(), zone), utc(to.atStartOfDay(), zone));
    }

    private static Span moment(String text, ZoneId zone) {
        int clock = text.indexOf('T');
        boolean zoned = text.endsWith("Z") || text.indexOf('+', clock) > 0 || text.indexOf('-', clock) > 0;
        OffsetDateTime low = zoned
                ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC)
                : utc(LocalDateTime.parse(text), zone);
        if (text.indexOf('.') > 0) {
            return new Span(low, low.plus(1, ChronoUnit.MILLIS));
        }
        boolean minute = (zoned ? text.replaceAll("(Z|[+-]\\d\\d:\\d\\d)$", "") : text).length() == MINUTE;
        return new Span(low, minute ? low.plusMinutes(1) : low.plusSeconds(1));
    }

    private static OffsetDateTime utc(LocalDateTime at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
