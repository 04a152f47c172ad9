package uk.homeward.server.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.statistics.chart.ChartPoint;
import uk.homeward.insight.statistics.chart.ControlChart;

/** Draws a control chart as SVG: points in the colours of "Making Data Count", mean, process limits and target. */
final class XmrSvg {

    private static final String COMMON = "#768692";
    private static final int ROOM_RIGHT = 14;

    private final ControlChart chart;
    private final Measure measure;
    private final Grain grain;
    private final boolean small;
    private final int wide;
    private final int high;
    private final int left;
    private final int foot;
    private final double least;
    private final double most;

    private XmrSvg(ControlChart chart, Measure measure, Grain grain, boolean small) {
        this.chart = chart;
        this.measure = measure;
        this.grain = grain;
        this.small = small;
        this.wide = small ? 300 : 900;
        this.high = small ? 96 : 360;
        this.left = small ? 6 : 64;
        this.foot = small ? 8 : 44;
        double[] range = range();
        this.least = range[0];
        this.most = range[1];
    }

    /** A small multiple: no axes, its words are in the title. */
    static String small(ControlChart chart, Measure measure, Grain grain, String description) {
        return new XmrSvg(chart, measure, grain, true).svg(description);
    }

    /** The whole chart, with axes and a legend. */
    static String large(ControlChart chart, Measure measure, Grain grain, String description) {
        return new XmrSvg(chart, measure, grain, false).svg(description);
    }

    private double[] range() {
        List<Double> shown = new ArrayList<>();
        for (ChartPoint p : chart.points()) {
            if (p.observation().value() != null) {
                shown.add(p.observation().value());
            }
            DoubleStream.of(p.lower(), p.upper(), p.mean())
                    .filter(Double::isFinite)
                    .forEach(shown::add);
        }
        Measure.Target target = measure.target();
        if (target != null) {
            shown.add(target.value());
        }
        double low = shown.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double top = shown.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double room = Math.max((top - low) * 0.08, 0.5);
        boolean share = measure.unit().equals("%");
        return new double[] {
            share || low >= 0 ? Math.max(0, low - room) : low - room, share ? Math.min(100.5, top + room) : top + room
        };
    }

    private String svg(String description) {
        String id = "chart-" + measure.id() + (small ? "-small" : "");
        StringBuilder out = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" class="hw-chart" viewBox="0 0 %d %d" role="img" aria-labelledby="%s-t %s-d" font-family="Arial, sans-serif" font-size="13">\
                <title id="%s-t">%s</title><desc id="%s-d">%s</desc>\
                """.formatted(
                wide, high, id, id, id, escaped(measure.title()), id, escaped(description)).strip());
        if (!small) {
            axes(out);
        }
        limits(out);
        target(out);
        values(out);
        return out.append("</svg>").toString();
    }

    private void axes(StringBuilder out) {
        double step = step(most - least);
        for (double v = Math.ceil(least / step) * step; v <= most; v += step) {
            line(out, left, x(chart.points().size() - 1) + ROOM_RIGHT, y(v), y(v), "#d8dde0", 1, "");
            text(out, left - 8, y(v) + 4, number(v, step), "end");
        }
        int every = Math.max(1, (int) Math.ceil(chart.points().size() / 9.0));
        for (int i = 0; i < chart.points().size(); i += every) {
            String label = grain.title(chart.points().get(i).observation().date());
            text(out, x(i), high - foot + 22, label, "middle");
        }
    }

    private static double step(double range) {
        double rough = range / 5;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1e-9))));
        double scaled = rough / power;
        return (scaled < 1.5 ? 1 : scaled < 3.5 ? 2 : scaled < 7.5 ? 5 : 10) * power;
    }

    private void limits(StringBuilder out) {
        List<ChartPoint> points = chart.points();
        for (int i = 0; i < points.size(); i++) {
            ChartPoint p = points.get(i);
            double from = x(i) - gap() / 2;
            double to = x(i) + gap() / 2;
            if (Double.isFinite(p.mean())) {
                line(out, from, to, y(p.mean()), y(p.mean()), "#212b32", 1, "");
            }
            if (Double.isFinite(p.lower())) {
                String dash = p.trial() ? "2 4" : "6 4";
                line(out, from, to, y(p.upper()), y(p.upper()), COMMON, 1.3, dash);
                if (p.lower() >= least) {
                    line(out, from, to, y(p.lower()), y(p.lower()), COMMON, 1.3, dash);
                }
            }
        }
    }

    private void target(StringBuilder out) {
        Measure.Target target = measure.target();
        if (target == null || chart.points().isEmpty()) {
            return;
        }
        double to = x(chart.points().size() - 1) + ROOM_RIGHT;
        line(out, left, to, y(target.value()), y(target.value()), "#b3121d", 1.5, "8 3");
        if (!small) {
            text(out, left + 4, y(target.value()) - 6, "Target " + number(target.value(), 1), "start");
        }
    }

    private void values(StringBuilder out) {
        List<ChartPoint> points = chart.points();
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < points.size(); i++) {
            Double value = points.get(i).observation().value();
            if (value != null) {
                path.append(pen ? 'L' : 'M').append(n(x(i))).append(' ').append(n(y(value)));
            }
            pen = value != null;
        }
        out.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>".formatted(path, COMMON));
        for (int i = 0; i < points.size(); i++) {
            point(out, i, points.get(i));
        }
    }

    private void point(StringBuilder out, int i, ChartPoint point) {
        Double value = point.observation().value();
        if (value == null) {
            return;
        }
        String colour = colour(point);
        String words = "%s: %s %s%s"
                .formatted(
                        grain.title(point.observation().date()),
                        number(value, 0.1),
                        measure.unit(),
                        point.observation().ghosted()
                                ? ", not over"
                                : point.cause().special() ? ", " + point.cause().words() : "");
        out.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.5\"><title>%s</title></circle>"
                        .formatted(
                                n(x(i)),
                                n(y(value)),
                                small ? "2.6" : "5",
                                point.observation().ghosted() ? "#fff" : colour,
                                colour,
                                escaped(words)));
    }

    private static String colour(ChartPoint point) {
        return switch (point.variation()) {
            case COMMON_CAUSE -> COMMON;
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> "#005eb8";
            case CONCERN_HIGH, CONCERN_LOW -> "#c45500";
            case NEUTRAL_HIGH, NEUTRAL_LOW -> "#6b3fa0";
        };
    }

    private double gap() {
        int points = Math.max(1, chart.points().size());
        return (wide - left - ROOM_RIGHT) / (double) points;
    }

    private double x(int i) {
        return left + gap() * (i + 0.5);
    }

    private double y(double value) {
        return 8 + (high - foot - 8) * (1 - (value - least) / (most - least));
    }

    private static void line(
            StringBuilder out, double x1, double x2, double y1, double y2, String colour, double width, String dash) {
        out.append("<line x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
                .formatted(
                        n(x1),
                        n(x2),
                        n(y1),
                        n(y2),
                        colour,
                        n(width),
                        dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    }

    private static void text(StringBuilder out, double x, double y, String words, String anchor) {
        out.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#4c6272\">%s</text>"
                .formatted(n(x), n(y), anchor, escaped(words)));
    }

    static String number(@Nullable Double value, double step) {
        double v = Objects.requireNonNullElse(value, Double.NaN);
        int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
        return String.format(Locale.UK, "%,." + decimals + "f", v);
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
