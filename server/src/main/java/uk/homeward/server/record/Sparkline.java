package uk.homeward.server.record;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Draws a few numbers as a small line. */
final class Sparkline {

    private static final int WIDE = 96;
    private static final int HIGH = 24;
    private static final int EDGE = 3;

    private Sparkline() {}

    static String svg(List<Fact> numbers, String title) {
        double[] values = numbers.stream()
                .mapToDouble(f -> Objects.requireNonNull(f.value()))
                .toArray();
        double low = java.util.Arrays.stream(values).min().orElse(0);
        double high = java.util.Arrays.stream(values).max().orElse(1);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            double x = EDGE + i * (WIDE - 2.0 * EDGE) / (values.length - 1);
            double y = high == low ? HIGH / 2.0 : HIGH - EDGE - (values[i] - low) / (high - low) * (HIGH - 2.0 * EDGE);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        String words = escape(title + ": " + numbers.stream().map(Trend::text).collect(Collectors.joining(", ")));
        return "<svg class=\"hw-spark\" viewBox=\"0 0 " + WIDE + " " + HIGH + "\" width=\"" + WIDE + "\" height=\""
                + HIGH
                + "\" role=\"img\" aria-label=\"" + words + "\"><polyline points=\""
                + points.toString().strip()
                + "\"/></svg>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
