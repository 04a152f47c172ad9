package uk.homeward.journey.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One row of a {@link Csv}. A value of the wrong form is a fault at this row's line and reads as a harmless value. A
 * row with too few or too many values was reported once, as such, and adds no further faults.
 */
public final class CsvRow {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    private final String file;
    private final int line;
    private final Faults faults;
    private final Map<String, String> values;

    CsvRow(String file, int line, Faults faults, Map<String, String> values) {
        this.file = file;
        this.line = line;
        this.faults = faults;
        this.values = values;
    }

    public String file() {
        return file;
    }

    /** The line where this row starts, counted from 1. */
    public int line() {
        return line;
    }

    /** True where the value is absent or empty. */
    public boolean isBlank(String column) {
        return optional(column).isEmpty();
    }

    /** The value without surrounding spaces, or "" where there is none. */
    public String optional(String column) {
        return values.getOrDefault(column, "");
    }

    /** The value; its absence is a fault. */
    public String text(String column) {
        if (isBlank(column)) {
            fault("'" + column + "' is empty", "write a value for it");
        }
        return optional(column);
    }

    /** The parts of a list that is written with semicolons; empty where there is none. */
    public List<String> texts(String column) {
        return Arrays.stream(optional(column).split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A number of at least {@code least}; anything else is a fault and reads as {@code least}. */
    public double number(String column, double least) {
        String text = text(column);
        if (text.isEmpty()) {
            return least;
        }
        if (!NUMBER.matcher(text).matches()) {
            fault("'" + column + "' is no number (" + text + ")", "write digits only, such as 12 or 0.5");
            return least;
        }
        double value = Double.parseDouble(text);
        if (value < least) {
            fault("'" + column + "' must be at least " + plain(least) + " (" + text + ")", "mend the number");
            return least;
        }
        return value;
    }

    /** A whole number of at least {@code least}; anything else is a fault and reads as {@code least}. */
    public int whole(String column, int least) {
        double value = number(column, least);
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            fault("'" + column + "' is no whole number (" + optional(column) + ")", "leave out the fraction");
            return least;
        }
        return (int) value;
    }

    /** {@code yes} or {@code no}. */
    public boolean yes(String column) {
        String text = text(column);
        if (!text.isEmpty() && !text.equals("yes") && !text.equals("no")) {
            fault("'" + column + "' is neither yes nor no (" + text + ")", "write yes or no");
        }
        return text.equals("yes");
    }

    /** A day written as 2026-11-23; anything else is a fault and reads as the first of January 1970. */
    public LocalDate date(String column) {
        try {
            return LocalDate.parse(text(column));
        } catch (DateTimeException e) {
            if (!isBlank(column)) {
                fault("'" + column + "' is no date (" + optional(column) + ")", "write it as 2026-11-23");
            }
            return LocalDate.EPOCH;
        }
    }

    /** One constant of an enum, written in lower case with hyphens; the first constant where it is another word. */
    public <E extends Enum<E>> E choice(String column, Class<E> type) {
        String text = text(column);
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            List<String> words = Arrays.stream(constants).map(CsvRow::word).toList();
            fault("'" + column + "' is not a known word (" + text + ")", "one of " + words);
        }
        return constants[0];
    }

    /** The word that stands for an enum constant in files: lower case, with hyphens. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A value that {@code parse} refuses with an IllegalArgumentException is a fault and reads as {@code otherwise}. */
    public <T> T value(String column, Function<String, T> parse, T otherwise) {
        String text = text(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            fault("'" + column + "' cannot be used: " + e.getMessage(), "mend the value");
            return otherwise;
        }
    }

    /** Adds a fault at this row's line. */
    public void fault(String what, String maybe) {
        faults.add(file, line, what, maybe);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
