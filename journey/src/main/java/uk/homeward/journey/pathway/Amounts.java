package uk.homeward.journey.pathway;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.homeward.journey.source.Yaml;

/** Durations as people write them: {@code 2 h}, {@code 90 min}, {@code 6 weeks}, {@code 1.5 days}. */
public final class Amounts {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*([a-z]+)");
    private static final double NANOS = 1e9;

    private Amounts() {}

    /** Reads a duration; a wrong one is a fault at its line and reads as one day. A day is 24 hours. */
    public static Duration read(Yaml at) {
        String text = at.text();
        Matcher matcher = AMOUNT.matcher(text);
        if (matcher.matches()) {
            double unit = secondsOf(matcher.group(2));
            if (unit > 0) {
                return seconds(Double.parseDouble(matcher.group(1)) * unit);
            }
        }
        at.fault(
                text.startsWith("-") ? "a duration cannot be negative (" + text + ")" : "not a duration (" + text + ")",
                "write a number and a unit: 90 min, 2 h, 5 d, 6 weeks");
        return Duration.ofDays(1);
    }

    private static double secondsOf(String unit) {
        return switch (unit) {
            case "s", "sec", "second", "seconds" -> 1;
            case "min", "minute", "minutes" -> 60;
            case "h", "hour", "hours" -> 3600;
            case "d", "day", "days" -> 86_400;
            case "w", "week", "weeks" -> 7 * 86_400;
            case "year", "years" -> 365.25 * 86_400;
            default -> 0;
        };
    }

    public static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }

    public static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    /** The duration in the largest unit that leaves no fraction: {@code 2 h}, {@code 6 weeks}, {@code 90 min}. */
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % (7 * 86_400) == 0 && seconds > 0) {
            return count(seconds / (7 * 86_400), "week");
        }
        if (seconds % 86_400 == 0 && seconds > 0) {
            return count(seconds / 86_400, "day");
        }
        if (seconds % 3600 == 0 && seconds > 0) {
            return count(seconds / 3600, "hour");
        }
        return seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** The gamma function by Lanczos' approximation (g = 7, n = 9), relative error below 1e-13 for x above 0.5. */
    static double gamma(double x) {
        double[] c = {
            0.99999999999980993,
            676.5203681218851,
            -1259.1392167224028,
            771.32342877765313,
            -176.61502916214059,
            12.507343278686905,
            -0.13857109526572012,
            9.9843695780195716e-6,
            1.5056327351493116e-7
        };
        double a = c[0];
        double t = x - 1 + 7.5;
        for (int i = 1; i < c.length; i++) {
            a += c[i] / (x - 1 + i);
        }
        return Math.sqrt(2 * Math.PI) * Math.pow(t, x - 0.5) * Math.exp(-t) * a;
    }
}
