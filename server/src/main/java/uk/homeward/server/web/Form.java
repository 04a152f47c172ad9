package uk.homeward.server.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields and remembers everything that is wrong with them, so that people hear of all of it at once. Where a field
 * is faulty a harmless value is returned; ask {@link #faults()} before using any.
 */
public final class Form {

    /** No answer is longer than this many characters. */
    public static final int LONGEST = 4_000;

    private final Fields fields;
    private final ZoneId zone;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();

    public Form(Fields fields, ZoneId zone, Instant now) {
        this.fields = fields;
        this.zone = zone;
        this.now = now;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }

    public Fields fields() {
        return fields;
    }

    /** Text that may be left out. */
    public String may(String field) {
        String text = fields.text(field);
        if (text.length() > LONGEST) {
            fault(field, "This is too long (" + text.length() + " characters). Write no more than " + LONGEST + ".");
        }
        return text;
    }

    /** Text that must be there; {@code message} says what to write. */
    public String need(String field, String message) {
        String text = may(field);
        if (text.isEmpty()) {
            fault(field, message);
        }
        return text;
    }

    /** Text that is empty where it was left out, as null. */
    public @Nullable String orNull(String field) {
        String text = may(field);
        return text.isEmpty() ? null : text;
    }

    /** One of these values. */
    public String oneOf(String field, List<String> allowed, String message) {
        String text = fields.text(field);
        if (!allowed.contains(text)) {
            fault(field, message);
        }
        return text;
    }

    /** A constant by its name or by its word: {@code FACE_TO_FACE} or {@code face-to-face}. */
    public <E extends Enum<E>> E one(Class<E> type, String field, String message) {
        String name = fields.text(field).toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        fault(field, message);
        return type.getEnumConstants()[0];
    }

    /** A day such as 2026-03-02; null where it was left out. */
    public @Nullable LocalDate day(String field) {
        String text = fields.text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            fault(field, "This is not a date (" + text + "). Write it as 1941-03-27.");
            return null;
        }
    }

    /** A local date and time such as 2026-03-02T14:05, or an instant with its offset; null where it was left out. */
    public @Nullable Instant moment(String field) {
        String text = fields.text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            fault(field, "This is not a date and time (" + text + "). Write it as 2026-03-02T14:05.");
            return null;
        }
    }

    /** A moment that is not in the future; null where it was left out. */
    public @Nullable Instant past(String field) {
        Instant at = moment(field);
        if (at != null && at.isAfter(now)) {
            fault(field, "This is in the future. Write when it happened.");
        }
        return at;
    }

    /** A whole number; 0 where it was left out. */
    public int whole(String field) {
        return (int) number(field, true);
    }

    /** A number; 0 where it was left out. */
    public double number(String field) {
        return number(field, false);
    }

    private double number(String field, boolean whole) {
        String text = fields.text(field);
        try {
            return text.isEmpty() ? 0 : whole ? Integer.parseInt(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            fault(field, "This is not a " + (whole ? "whole " : "") + "number (" + text + ").");
            return 0;
        }
    }
}
