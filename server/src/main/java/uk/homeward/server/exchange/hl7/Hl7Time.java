package uk.homeward.server.exchange.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as HL7 writes it (TS): {@code YYYY[MM[DD[HH[MM[SS[.SSSS]]]]]][+/-ZZZZ]}; parts that are missing are the
 * earliest possible. Hyphens, colons, blanks and a {@code T}, which some senders write, are passed over.
 *
 * @param local the wall-clock time
 * @param offset the offset that was sent; null if none was, then the time is in the sender's zone
 * @param hasTimeOfDay false if only a date was sent
 */
record Hl7Time(LocalDateTime local, @Nullable ZoneOffset offset, boolean hasTimeOfDay) {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:\\.(\\d{1,9}))?)?)?)?)?)?"
                    + "(?:([+-]\\d{2})(\\d{2})|Z)?");
    private static final Pattern DECORATED =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):?(\\d{2})(?::?(\\d{2}(?:\\.\\d+)?))?)?(.*)");

    /** How far a sender's clock may run ahead of ours before a time counts as not yet reached. */
    private static final long CLOCK_SKEW_SECONDS = 120;

    /** Reads a time; empty if the text is none. */
    static Optional<Hl7Time> read(String text) {
        Matcher matcher = TIME.matcher(undecorated(text.strip()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1, 1), number(matcher, 2, 1), number(matcher, 3, 1));
            return Optional.of(new Hl7Time(at(date, matcher), offset(matcher), matcher.group(4) != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String undecorated(String text) {
        Matcher matcher = DECORATED.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            plain.append(matcher.group(i) == null ? "" : matcher.group(i));
        }
        return plain + matcher.group(7).replace(":", "");
    }

    private static LocalDateTime at(LocalDate date, Matcher matcher) {
        int hour = number(matcher, 4, 0);
        int minute = number(matcher, 5, 0);
        int second = Math.min(number(matcher, 6, 0), 59); // a leap second counts as the one before it
        if (hour == 24 && minute == 0 && second == 0) {
            return date.plusDays(1).atStartOfDay();
        }
        String fraction = matcher.group(7) == null ? "" : matcher.group(7);
        int nano = Integer.parseInt((fraction + "000000000").substring(0, 9));
        return date.atTime(LocalTime.of(hour, minute, second, nano));
    }

    private static @Nullable ZoneOffset offset(Matcher matcher) {
        String hours = matcher.group(8);
        if (hours == null) {
            return matcher.group().endsWith("Z") ? ZoneOffset.UTC : null;
        }
        int sign = hours.startsWith("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(Integer.parseInt(hours), sign * Integer.parseInt(matcher.group(9)));
    }

    private static int number(Matcher matcher, int group, int otherwise) {
        return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
    }

    /** The date alone. */
    LocalDate date() {
        return local.toLocalDate();
    }

    /**
     * The moment. In the hour that a zone has twice when its clocks go back, the later of the two moments that had
     * already been reached when the message was received; in the hour that it leaves out, the moment as if the clocks
     * had not yet changed.
     *
     * @param zone the sender's zone, for a time without an offset
     * @param received when the message was received
     */
    Instant at(ZoneId zone, Instant received) {
        if (offset != null) {
            return local.toInstant(offset);
        }
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        if (valid.size() == 1) {
            return local.toInstant(valid.getFirst());
        }
        if (valid.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            return local.toInstant(gap.getOffsetBefore());
        }
        Instant first = local.toInstant(valid.getFirst());
        Instant second = local.toInstant(valid.getLast());
        return second.isAfter(received.plusSeconds(CLOCK_SKEW_SECONDS)) ? first : second;
    }
}
