package uk.homeward.journey.pathway;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.Yaml;

/** Reads {@code 08:00-20:00 daily}, {@code 09:00-17:00 weekdays} and {@code always}. */
final class HoursReader {

    private static final Pattern HOURS =
            Pattern.compile("([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9]) (daily|weekdays)");

    private HoursReader() {}

    /** The hours, or null for always. */
    static @Nullable WorkingHours read(Yaml at) {
        String text = at.text();
        if (text.equals("always")) {
            return null;
        }
        Matcher matcher = HOURS.matcher(text);
        if (matcher.matches()) {
            String end = matcher.group(2).equals("24:00") ? "23:59:59" : matcher.group(2);
            LocalTime from = LocalTime.parse(matcher.group(1));
            LocalTime to = LocalTime.parse(end);
            if (from.isBefore(to)) {
                return matcher.group(3).equals("daily")
                        ? WorkingHours.daily(from, to)
                        : WorkingHours.weekdays(from, to);
            }
        }
        at.fault("not working hours (" + text + ")", "write 'always', '08:00-20:00 daily' or '09:00-17:00 weekdays'");
        return null;
    }
}
