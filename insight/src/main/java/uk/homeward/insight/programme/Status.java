package uk.homeward.insight.programme;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.chart.Improvement;

/**
 * Whether an outcome is on its way, by one rule: where the measured value stands to the line from baseline to target.
 *
 * <p>At least as good as the line is on track. Worse, but the line lies within the value's 95% limits, or there are none: at
 * risk, because chance may explain it. Worse with the whole interval is off track. Nobody's opinion is asked.
 *
 * @param sentence says why, with the figures
 */
public record Status(Standing standing, String sentence) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** How it stands. */
    public enum Standing {
        OFF_TRACK("Off track"),
        AT_RISK("At risk"),
        ON_TRACK("On track"),
        NOT_MEASURABLE("Not measurable");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** The word of addresses and files: {@code off-track}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Nothing can be said, and why. */
    public static Status notMeasurable(String why) {
        return new Status(Standing.NOT_MEASURABLE, why);
    }

    /** Compares what was promised with what was measured; {@code figure} is null where nothing was measured. */
    public static Status of(Promise promise, @Nullable Figure figure) {
        if (promise.improvement() == Improvement.NEUTRAL) {
            return notMeasurable("Nobody has said which way is better.");
        }
        if (promise.target() == null || promise.targetBy() == null) {
            return notMeasurable("No target is set as a figure with a date, in the unit of the measure.");
        }
        if (figure == null) {
            return notMeasurable("The measure has no figure for this time.");
        }
        OptionalDouble expected = promise.expectedOn(figure.on());
        if (expected.isEmpty()) {
            return promise.asGood(figure.value(), promise.target())
                    ? new Status(Standing.ON_TRACK, measured(promise, figure) + "; that is the target or better.")
                    : notMeasurable(measured(promise, figure)
                            + "; without a baseline nobody can say where it should be before "
                            + DAY.format(promise.targetBy()) + ".");
        }
        return compared(promise, figure, expected.getAsDouble());
    }

    private static Status compared(Promise promise, Figure figure, double expected) {
        boolean due = !figure.on().isBefore(promise.targetBy() == null ? LocalDate.MAX : promise.targetBy());
        String where = due
                ? "the target, due on " + DAY.format(promise.targetBy()) + ", is " + words(expected, promise.unit())
                : "on the way to the target it should be " + words(expected, promise.unit()) + " by then";
        String start = measured(promise, figure) + "; " + where + ". ";
        if (promise.asGood(figure.value(), expected)) {
            return new Status(Standing.ON_TRACK, start + "It is there.");
        }
        if (!figure.hasLimits()) {
            return new Status(
                    Standing.AT_RISK, start + "It is worse, and without limits nobody can say whether by chance.");
        }
        double best = promise.improvement() == Improvement.INCREASE
                ? figure.limits().upper()
                : figure.limits().lower();
        return promise.asGood(best, expected)
                ? new Status(Standing.AT_RISK, start + "It is worse, but chance may explain that.")
                : new Status(Standing.OFF_TRACK, start + "It is worse, and chance does not explain that.");
    }

    private static String measured(Promise promise, Figure figure) {
        String limits = figure.hasLimits()
                ? " (" + number(figure.limits().lower()) + " to "
                        + number(figure.limits().upper()) + ")"
                : "";
        return "Measured " + words(figure.value(), promise.unit()) + limits + " in " + figure.when();
    }

    private static String words(double value, String unit) {
        return unit.equals("%") ? number(value) + "%" : (number(value) + " " + unit).strip();
    }

    private static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 1 ? "%.1f" : "%.2f";
        return String.format(Locale.UK, format, value);
    }
}
