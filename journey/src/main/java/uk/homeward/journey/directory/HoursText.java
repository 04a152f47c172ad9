package uk.homeward.journey.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a service's hours from text. */
final class HoursText {

    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
    private static final String SPAN = "\\d{1,2}:\\d\\d ?- ?\\d{1,2}:\\d\\d";
    private static final Pattern PART = Pattern.compile("(?:(?<day>" + DATE + ")(?!\\.)|(?<from>" + DATE
            + ")?\\.\\.(?<until>" + DATE + ")?)? ?(?<days>.*?) ?(?<times>closed|" + SPAN + "(?:, ?" + SPAN + ")*)");
    private static final Pattern MONTHLY = Pattern.compile("(?<which>[1-5])(?:st|nd|rd|th) (?<day>\\w{3})");
    private static final Pattern WEEKS =
            Pattern.compile("(?<days>.+) every (?<weeks>[2-9]) weeks from (?<first>" + DATE + ")");
    private static final String MAYBE =
            "). Maybe: 24/7, daily 08:00-20:00, Mon-Fri 09:00-17:00; Sat 10:00-12:00; bank holidays closed";

    private HoursText() {}

    static ServiceHours read(String text) {
        try {
            return new ServiceHours(Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(p -> !p.isEmpty())
                    .map(HoursText::part)
                    .toList());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("there is no such day or time (" + text + MAYBE, e);
        }
    }

    private static HoursPart part(String text) {
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            throw new IllegalArgumentException("these are no hours (" + text + MAYBE);
        }
        @Nullable LocalDate day = date(part.group("day"));
        @Nullable LocalDate from = day == null ? date(part.group("from")) : day;
        @Nullable LocalDate until = day == null ? date(part.group("until")) : day;
        String days = part.group("days");
        boolean isDated = from != null || until != null;
        if (days.isEmpty() && !isDated) {
            throw new IllegalArgumentException("no days are named (" + text + MAYBE);
        }
        return new HoursPart(
                days.isEmpty() ? new ServiceDays.Dated() : days(days), from, until, spans(part.group("times")));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<HoursPart.Span> spans(String text) {
        return text.equals("closed")
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(s -> s.strip().split(" ?- ?", 2))
                        .map(s -> new HoursPart.Span(time(s[0]), time(s[1])))
                        .toList();
    }

    private static LocalTime time(String text) {
        String full = text.length() == "9:00".length() ? "0" + text : text;
        return full.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(full);
    }

    private static ServiceDays days(String text) {
        if (text.equals("bank holidays")) {
            return new ServiceDays.BankHolidays();
        }
        if (text.startsWith("last ")) {
            return new ServiceDays.Monthly(ServiceDays.LAST, day(text.substring("last ".length())));
        }
        Matcher monthly = MONTHLY.matcher(text);
        if (monthly.matches()) {
            return new ServiceDays.Monthly(Integer.parseInt(monthly.group("which")), day(monthly.group("day")));
        }
        Matcher weeks = WEEKS.matcher(text);
        return weeks.matches()
                ? new ServiceDays.Weekly(
                        week(weeks.group("days")),
                        Integer.parseInt(weeks.group("weeks")),
                        LocalDate.parse(weeks.group("first")))
                : new ServiceDays.Weekly(week(text), 1, null);
    }

    private static Set<DayOfWeek> week(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (text.equals("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        for (String run : text.split(",")) {
            String[] ends = run.strip().split("-", 2);
            DayOfWeek day = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        String name = text.strip();
        int at = ServiceDays.NAMES.stream()
                .map(n -> n.toLowerCase(Locale.ROOT))
                .toList()
                .indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0) {
            throw new IllegalArgumentException("this is no day of the week (" + name + MAYBE);
        }
        return DayOfWeek.of(at + 1);
    }
}
