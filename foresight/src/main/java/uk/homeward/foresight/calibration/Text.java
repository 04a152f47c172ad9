package uk.homeward.foresight.calibration;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import uk.homeward.journey.pathway.Amounts;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Shift;

/** Values as the pathway language writes them. */
public final class Text {

    private Text() {}

    /** Five figures. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(5, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String time(Duration duration) {
        double seconds = Amounts.seconds(duration);
        if (seconds >= 2 * 86_400) {
            return number(seconds / 86_400) + " d";
        }
        return seconds >= 2 * 3600 ? number(seconds / 3600) + " h" : number(seconds / 60) + " min";
    }

    /** A distribution in one line. */
    public static String of(Lasting lasting) {
        return switch (lasting) {
            case Lasting.Fixed(Duration value) -> time(value);
            case Lasting.Exponential(Duration mean) -> "{exponential: " + time(mean) + "}";
            case Lasting.Lognormal(Duration mean, Duration sd) ->
                "{lognormal: {mean: " + time(mean) + ", sd: " + time(sd) + "}}";
            case Lasting.Gamma(Duration mean, Duration sd) ->
                "{gamma: {mean: " + time(mean) + ", sd: " + time(sd) + "}}";
            case Lasting.Weibull(double shape, Duration scale) ->
                "{weibull: {shape: " + number(shape) + ", scale: " + time(scale) + "}}";
            case Lasting.Uniform(Duration from, Duration to) ->
                "{uniform: {from: " + time(from) + ", to: " + time(to) + "}}";
            case Lasting.Triangular(Duration least, Duration mode, Duration most) ->
                "{triangular: {least: " + time(least) + ", mode: " + time(mode) + ", most: " + time(most) + "}}";
            case Lasting.Phases(List<Duration> means) -> "{phases: " + times(means) + "}";
            case Lasting.Empirical(List<Duration> values) -> "{empirical: " + times(values) + "}";
            case Lasting.Mixture(List<Lasting.Part> parts) ->
                "{mixture: ["
                        + String.join(
                                ", ",
                                parts.stream()
                                        .map(p ->
                                                "{weight: " + number(p.weight()) + ", lasts: " + of(p.lasting()) + "}")
                                        .toList())
                        + "]}";
        };
    }

    private static String times(List<Duration> durations) {
        return "[" + String.join(", ", durations.stream().map(Text::time).toList()) + "]";
    }

    /** A shift in one line. */
    public static String of(Shift shift) {
        StringBuilder text = new StringBuilder("{");
        if (!shift.when().isEmpty()) {
            text.append("when: {")
                    .append(String.join(
                            ", ",
                            shift.when().entrySet().stream()
                                    .map(e -> e.getKey() + ": ["
                                            + String.join(
                                                    ", ",
                                                    e.getValue().stream()
                                                            .map(Text::key)
                                                            .sorted()
                                                            .toList())
                                            + "]")
                                    .sorted()
                                    .toList()))
                    .append("}, ");
        }
        text.append("times: ").append(number(shift.times()));
        if (shift.perDayDelayed() != 1) {
            text.append(", per-day-delayed: ").append(number(shift.perDayDelayed()));
        }
        return text.append('}').toString();
    }

    /** A key or value; words that YAML would read as something else are quoted. */
    static String key(String word) {
        return word.matches("[a-z][a-z0-9-]*") && !word.matches("yes|no|true|false|on|off|null|y|n")
                ? word
                : quoted(word);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Shares with four decimals that add up to 1 exactly; what rounding leaves goes to the largest. */
    public static List<Double> toOne(List<Double> shares) {
        double sum = shares.stream().mapToDouble(s -> s).sum();
        long[] units =
                shares.stream().mapToLong(s -> Math.round(10_000 * s / sum)).toArray();
        int largest = 0;
        for (int i = 1; i < units.length; i++) {
            largest = units[i] > units[largest] ? i : largest;
        }
        units[largest] += 10_000 - Arrays.stream(units).sum();
        return Arrays.stream(units).mapToObj(u -> u / 10_000.0).toList();
    }
}
