package uk.homeward.journey.place;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a team or service works, the same on each of its days: {@code 24/7}, {@code daily 08:00-20:00} or
 * {@code Mon-Fri 09:00-17:00}.
 *
 * @param days the days of the week
 * @param from the first minute of the day
 * @param until the end of the day's work, not included; midnight means the end of the day
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final Pattern FORM =
            Pattern.compile("(?<days>daily|\\w{3}-\\w{3}) (?<from>" + TIME + ")-(?<until>" + TIME + "|24:00)");
    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int DAYS = 7;

    /** Day and night. */
    public static final OpeningHours ALWAYS =
            new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public OpeningHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until))) {
            throw new IllegalArgumentException("working hours must begin before they end (" + from + "-" + until
                    + "). Maybe: write them as daily 08:00-20:00");
        }
    }

    public static OpeningHours of(String text) {
        if (text.equals("24/7")) {
            return ALWAYS;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "these are no working hours (" + text + "). Maybe: 24/7, daily 08:00-20:00 or Mon-Fri 09:00-17:00");
        }
        return new OpeningHours(days(form.group("days")), time(form.group("from")), time(form.group("until")));
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static Set<DayOfWeek> days(String text) {
        if (text.equals("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        int first = NAMES.indexOf(text.substring(0, 3));
        int last = NAMES.indexOf(text.substring(4));
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("these are no days of the week (" + text + "). Maybe: Mon-Fri");
        }
        return EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
    }

    /** True where there is work at this local time. */
    public boolean isOpen(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        boolean ended = !until.equals(LocalTime.MIDNIGHT) && !time.isBefore(until);
        return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && !ended;
    }

    public boolean isAlways() {
        return equals(ALWAYS);
    }

    @Override
    public String toString() {
        if (isAlways()) {
            return "24/7";
        }
        String end = until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString();
        return dayNames() + " " + from + "-" + end;
    }

    private String dayNames() {
        if (days.size() == DAYS) {
            return "daily";
        }
        List<DayOfWeek> sorted = days.stream().sorted().toList();
        return name(sorted.getFirst()) + "-" + name(sorted.getLast());
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
    }
}
