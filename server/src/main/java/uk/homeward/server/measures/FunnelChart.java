package uk.homeward.server.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.Funnel;
import uk.homeward.server.measures.Pen.Anchor;
import uk.homeward.server.measures.Pen.At;

/** Draws groups by their size, with the limits that chance keeps around what all have in common. */
final class FunnelChart {

    private static final int WIDE = 900;
    private static final int HIGH = 360;
    private static final int LEFT = 64;
    private static final int FOOT = 48;
    private static final int STEPS = 60;

    /** One group or place. */
    record Dot(String title, double size, double value) {}

    private final String id;
    private final String title;
    private final String unit;
    private final double common;
    private final DoubleFunction<Funnel.Limits> limits;
    private final double times;
    private final List<Dot> dots;
    private final double mostSize;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    /**
     * @param common what all have in common, in the unit of the values
     * @param limits by size, in their own unit
     * @param times from the unit of the limits to that of the values
     */
    private FunnelChart(
            String id,
            String title,
            String unit,
            double common,
            DoubleFunction<Funnel.Limits> limits,
            double times,
            List<Dot> dots) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.common = common;
        this.limits = limits;
        this.times = times;
        this.dots = dots;
        this.mostSize = dots.stream().mapToDouble(Dot::size).max().orElse(1) * 1.08;
    }

    /** Of the groups of a share or a rate; blank for other kinds and where fewer than two groups have a figure. */
    static String of(Measure measure, Groups groups, @Nullable String by, GroupTitles titles) {
        List<Dot> dots = new ArrayList<>();
        for (Groups.Line line : groups.lines()) {
            MeasureRow row = line.row();
            if (!row.hidden() && row.value() != null && row.denominator() != null && row.denominator() > 0) {
                dots.add(new Dot(titles.of(by, row.group()), row.denominator(), row.value()));
            }
        }
        @Nullable Double common = groups.whole().value();
        if (dots.size() < 2 || common == null) {
            return "";
        }
        return switch (measure.kind()) {
            case SHARE -> shares("funnel-" + measure.id(), measure.title(), common, dots);
            case RATE -> {
                double all = common;
                yield new FunnelChart(
                                "funnel-" + measure.id(),
                                measure.title(),
                                measure.unit(),
                                all,
                                n -> Funnel.rate(all, n, measure.per()),
                                1,
                                dots)
                        .svg();
            }
            case MEAN, MEDIAN, COUNT, PER_DAY -> "";
        };
    }

    /** Of shares in a hundred. */
    static String shares(String id, String title, double common, List<Dot> dots) {
        return new FunnelChart(id, title, "%", common, n -> Funnel.share(common / 100, n), 100, dots).svg();
    }

    private String svg() {
        for (Dot d : dots) {
            least = Math.min(least, d.value());
            most = Math.max(most, d.value());
            Funnel.Limits at = limits.apply(d.size());
            least = Math.min(least, at.alarm().lower() * times);
            most = Math.max(most, at.alarm().upper() * times);
        }
        double room = Math.max(0.05 * (most - least), 0.01);
        least = Math.max(0, least - room);
        most += room;
        SvgPen pen = new SvgPen(id, WIDE, HIGH, title + ": funnel plot", description());
        axes(pen);
        for (boolean alarm : new boolean[] {false, true}) {
            pen.path(curve(alarm, true), alarm ? "#b3121d" : "#768692", 1.3);
            pen.path(curve(alarm, false), alarm ? "#b3121d" : "#768692", 1.3);
        }
        pen.line(new At(LEFT, y(common)), new At(WIDE - 4, y(common)), "#212b32", 1.2, "");
        dots.forEach(d -> dot(pen, d));
        return pen.svg();
    }

    private String description() {
        long beyond =
                dots.stream().filter(d -> position(d) != Funnel.Position.WITHIN).count();
        return "Each dot is one of " + dots.size() + "; " + beyond
                + " lie beyond what chance explains at 95%. The table tells the same.";
    }

    private Funnel.Position position(Dot d) {
        return limits.apply(d.size()).position(d.value() / times);
    }

    private void axes(Pen pen) {
        double step = XmrChart.step(most - least);
        for (double v = Math.ceil(least / step) * step; v <= most; v += step) {
            pen.line(new At(LEFT, y(v)), new At(WIDE - 4, y(v)), "#d8dde0", 1, "");
            pen.words(new At(LEFT - 8, y(v) + 4), XmrChart.number(v, step), Anchor.END);
        }
        double wide = XmrChart.step(mostSize);
        for (double n = 0; n <= mostSize; n += wide) {
            pen.words(new At(x(n), HIGH - FOOT + 20), XmrChart.number(n, wide), Anchor.MIDDLE);
        }
        pen.words(new At(WIDE - 4, HIGH - 6), "how many are behind the figure", Anchor.END);
        pen.words(new At(4, 12), unit, Anchor.START);
    }

    private List<At> curve(boolean alarm, boolean upper) {
        List<At> curve = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            double n = mostSize * i / STEPS;
            Funnel.Limits at = limits.apply(n);
            var interval = alarm ? at.alarm() : at.warning();
            double value = times * (upper ? interval.upper() : interval.lower());
            if (value >= least && value <= most) {
                curve.add(new At(x(n), y(value)));
            }
        }
        return curve;
    }

    private void dot(Pen pen, Dot d) {
        String colour = switch (position(d)) {
            case WITHIN -> "#768692";
            case LOW, HIGH -> "#c45500";
            case VERY_LOW, VERY_HIGH -> "#b3121d";
        };
        pen.dot(
                new At(x(d.size()), y(d.value())),
                5,
                colour,
                colour,
                d.title() + ": " + XmrChart.number(d.value(), 0.1) + " " + unit + " of "
                        + XmrChart.number(d.size(), 1));
        if (position(d) != Funnel.Position.WITHIN || dots.size() < 12) {
            boolean right = x(d.size()) > WIDE - 200;
            pen.words(
                    new At(x(d.size()) + (right ? -8 : 8), y(d.value()) + 4),
                    d.title(),
                    right ? Anchor.END : Anchor.START);
        }
    }

    private double x(double size) {
        return LEFT + (WIDE - LEFT - 8) * size / mostSize;
    }

    private double y(double value) {
        return 16 + (HIGH - FOOT - 16) * (1 - (value - least) / (most - least));
    }
}
