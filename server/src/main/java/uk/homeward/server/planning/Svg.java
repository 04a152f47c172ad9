package uk.homeward.server.planning;

import java.util.Locale;

/** Writes a chart as SVG: a frame with its own coordinates, drawn upon in the units of the figures. */
final class Svg {

    static final String INK = "#4c6272";

    private final StringBuilder out = new StringBuilder();
    private final int wide;
    private final int high;
    private final int left;
    private final int foot;
    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;

    /** The figures run from ({@code fromX}, {@code fromY}) at the lower left to ({@code toX}, {@code toY}). */
    Svg(int wide, int high, double fromX, double toX, double fromY, double toY) {
        this.wide = wide;
        this.high = high;
        this.left = 46;
        this.foot = 24;
        this.fromX = fromX;
        this.toX = toX <= fromX ? fromX + 1 : toX;
        this.fromY = fromY;
        this.toY = toY <= fromY ? fromY + 1 : toY;
    }

    double x(double x) {
        return left + (x - fromX) / (toX - fromX) * (wide - left - 10);
    }

    double y(double y) {
        return high - foot - (y - fromY) / (toY - fromY) * (high - foot - 12);
    }

    /** A value's line across the chart, with its label. */
    void across(double value, String label) {
        add(
                "<line x1=\"%s\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"#d8dde0\"/>",
                n(left), wide - 10, n(y(value)), n(y(value)));
        text(left - 6, y(value) + 4, label, "end");
    }

    void below(double x, String label) {
        text(x(x), high - 6, label, "middle");
    }

    void upright(double x, String colour) {
        add("<line x1=\"%s\" x2=\"%s\" y1=\"8\" y2=\"%d\" stroke=\"%s\"/>", n(x(x)), n(x(x)), high - foot, colour);
    }

    void dashed(double fromX, double toX, double value, String colour) {
        add(
                "<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"/>",
                n(x(fromX)), n(x(toX)), n(y(value)), n(y(value)), colour);
    }

    /** A band between two lines; points that are not numbers are left out. */
    void band(double[] xs, double[] low, double[] high, String colour) {
        StringBuilder there = new StringBuilder();
        StringBuilder back = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(low[i]) && !Double.isNaN(high[i])) {
                there.append(n(x(xs[i]))).append(',').append(n(y(high[i]))).append(' ');
                back.insert(0, n(x(xs[i])) + ',' + n(y(low[i])) + ' ');
            }
        }
        add("<polygon points=\"%s%s\" fill=\"%s\"/>", there, back, colour);
    }

    void line(double[] xs, double[] ys, String colour, double width, String dash) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            if (!Double.isNaN(ys[i])) {
                points.append(n(x(xs[i]))).append(',').append(n(y(ys[i]))).append(' ');
            }
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
                points, colour, n(width), dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    void dot(double x, double y, String colour) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"2.2\" fill=\"%s\"/>", n(x(x)), n(y(y)), colour);
    }

    void text(double x, double y, String words, String anchor) {
        add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                n(x), n(y), anchor, INK, escaped(words));
    }

    void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    /** The whole picture; {@code id} must be the only one of its name on the page. */
    String done(String id, String title, String description) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hw-chart\" viewBox=\"0 0 " + wide + " " + high
                + "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id
                + "-d\" font-family=\"Arial, sans-serif\" font-size=\"12\">"
                + "<title id=\"" + id + "-t\">" + escaped(title) + "</title><desc id=\"" + id + "-d\">"
                + escaped(description)
                + "</desc>" + out + "</svg>";
    }

    /** Lines across at round values. */
    void scale() {
        double step = step((toY - fromY) / 5);
        for (double value = Math.ceil(fromY / step) * step; value <= toY + 1e-9; value += step) {
            across(value, label(value, step));
        }
    }

    private static String label(double value, double step) {
        return step < 1
                ? String.format(Locale.ROOT, step < 0.1 ? "%.2f" : "%.1f", value)
                : String.format(Locale.ROOT, "%,.0f", value);
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-9, least))));
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= least) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
