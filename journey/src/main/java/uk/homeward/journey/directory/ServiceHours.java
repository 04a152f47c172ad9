package uk.homeward.journey.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * When a service is there: parts such as {@code Mon-Fri 09:00-17:00}, {@code 1st Tue 10:00-12:00}, a season, an exception,
 * bank holidays. A named date wins over a bank holiday, and that over the days of the week.
 */
public record ServiceHours(List<HoursPart> parts) {

    private static final String DAY_AND_NIGHT = "daily 00:00-24:00";

    public ServiceHours {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there are no hours (). Maybe: daily 08:00-20:00");
        }
    }

    /**
     * Reads hours; parts stand with a semicolon between.
     *
     * @throws IllegalArgumentException where they cannot be read
     */
    public static ServiceHours of(String text) {
        return HoursText.read(text.strip().equals("24/7") ? DAY_AND_NIGHT : text);
    }

    /** Empty where the text cannot be read. */
    public static Optional<ServiceHours> find(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the service is there at this local time. */
    public Opening at(LocalDateTime at, Predicate<LocalDate> holiday) {
        LocalDate today = at.toLocalDate();
        LocalTime time = at.toLocalTime();
        if (spans(today.minusDays(1), holiday).stream().anyMatch(s -> s.stillHolds(time))
                || spans(today, holiday).stream().anyMatch(s -> s.holds(time))) {
            return Opening.OPEN;
        }
        if (parts.stream().allMatch(p -> p.hasRunOut(today))) {
            return Opening.UNKNOWN;
        }
        boolean usually = regular(today).stream().anyMatch(s -> s.holds(time));
        return usually && saysNothingOf(today, holiday) ? Opening.HOLIDAY : Opening.CLOSED;
    }

    /** The times of a day; none where the service is closed, or where nobody said. */
    private List<HoursPart.Span> spans(LocalDate date, Predicate<LocalDate> holiday) {
        Optional<List<HoursPart.Span>> exception = exception(date, holiday.test(date));
        return exception.orElseGet(() -> saysNothingOf(date, holiday) ? List.of() : regular(date));
    }

    private Optional<List<HoursPart.Span>> exception(LocalDate date, boolean isHoliday) {
        List<HoursPart> dated = special(date, ServiceDays.Dated.class);
        List<HoursPart> holidays = isHoliday ? special(date, ServiceDays.BankHolidays.class) : List.of();
        List<HoursPart> wins = dated.isEmpty() ? holidays : dated;
        return wins.isEmpty() ? Optional.empty() : Optional.of(all(wins));
    }

    private List<HoursPart> special(LocalDate date, Class<? extends ServiceDays> kind) {
        return parts.stream()
                .filter(p -> kind.isInstance(p.days()) && p.isWithin(date))
                .toList();
    }

    private List<HoursPart.Span> regular(LocalDate date) {
        return all(parts.stream().filter(p -> p.isRegular() && p.has(date)).toList());
    }

    private static List<HoursPart.Span> all(List<HoursPart> parts) {
        return parts.stream().flatMap(p -> p.spans().stream()).toList();
    }

    /** A bank holiday on which the service would work on another such day, and nobody said whether it does. */
    private boolean saysNothingOf(LocalDate date, Predicate<LocalDate> holiday) {
        return holiday.test(date)
                && exception(date, true).isEmpty()
                && parts.stream().noneMatch(p -> p.isWithin(date) && isDaily(p))
                && !regular(date).isEmpty();
    }

    private static boolean isDaily(HoursPart part) {
        return part.days() instanceof ServiceDays.Weekly w && w.isDaily();
    }

    /** As it is written, and read again. */
    @Override
    public String toString() {
        String text = parts.stream().map(HoursPart::toString).collect(Collectors.joining("; "));
        return text.equals(DAY_AND_NIGHT) ? "24/7" : text;
    }

    /** As people read it. */
    public String words() {
        return toString().equals("24/7")
                ? "day and night"
                : parts.stream().map(HoursPart::words).collect(Collectors.joining("; "));
    }
}
