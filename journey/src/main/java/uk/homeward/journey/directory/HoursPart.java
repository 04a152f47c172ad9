package uk.homeward.journey.directory;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One part of a service's hours: the days, between which dates, and the times.
 *
 * @param from the first date; null where it always was so
 * @param until the last date; null where no end is known
 * @param spans none where the service is closed on these days
 */
public record HoursPart(
        ServiceDays days,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<Span> spans) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    public HoursPart {
        spans = List.copyOf(spans);
        boolean isException = days instanceof ServiceDays.Dated || days instanceof ServiceDays.BankHolidays;
        if (spans.isEmpty() && !isException) {
            throw new IllegalArgumentException(
                    "a day without hours is not named (" + days + "). Maybe: leave it out, it is closed then");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "the dates end before they begin (" + from + ".." + until + "). Maybe: change them about");
        }
    }

    /**
     * From a time until another; at or before the first it is the next day's, midnight is the end of the day.
     *
     * @param until not included
     */
    public record Span(LocalTime from, LocalTime until) {

        public boolean isOvernight() {
            return !until.isAfter(from) && !until.equals(LocalTime.MIDNIGHT);
        }

        boolean holds(LocalTime time) {
            boolean toTheEnd = isOvernight() || until.equals(LocalTime.MIDNIGHT);
            return !time.isBefore(from) && (toTheEnd || time.isBefore(until));
        }

        /** True where it began the day before and still goes on. */
        boolean stillHolds(LocalTime time) {
            return isOvernight() && time.isBefore(until);
        }

        /** As others write the end of the day: {@code 24:00}. */
        public String end() {
            return until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
        }

        @Override
        public String toString() {
            return from + "-" + end();
        }
    }

    /** True where the date lies between the first and the last. */
    public boolean isWithin(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (until == null || !date.isAfter(until));
    }

    boolean has(LocalDate date) {
        return isWithin(date) && days.has(date);
    }

    boolean hasRunOut(LocalDate date) {
        return until != null && until.isBefore(date);
    }

    boolean isRegular() {
        return switch (days) {
            case ServiceDays.Weekly w -> true;
            case ServiceDays.Monthly m -> true;
            case ServiceDays.Dated d -> false;
            case ServiceDays.BankHolidays b -> false;
        };
    }

    /** As it is written, and read again. */
    @Override
    public String toString() {
        String dates = from == null && until == null
                ? ""
                : from != null && from.equals(until) && days instanceof ServiceDays.Dated
                        ? from + " "
                        : text(from) + ".." + text(until) + " ";
        String named = days.toString();
        return dates + (named.isEmpty() ? "" : named + " ") + times("closed");
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private String times(String none) {
        return spans.isEmpty() ? none : spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }

    /** As people read it. */
    public String words() {
        String named = days.toString();
        return named.isEmpty() ? dates() + ": " + times("closed") : (named + " " + times("closed") + dates()).strip();
    }

    private String dates() {
        boolean dated = days instanceof ServiceDays.Dated;
        if (from != null && from.equals(until)) {
            return (dated ? "" : " on ") + DATE.format(from);
        }
        return (from == null ? "" : (dated ? "" : " from ") + DATE.format(from))
                + (until == null ? "" : (dated ? " to " : " until ") + DATE.format(until));
    }
}
