package uk.homeward.server.measures;

import java.time.LocalDate;
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
import uk.homeward.server.measures.Pen.Anchor;
import uk.homeward.server.measures.Pen.At;

/**
 * Draws a control chart: points in the colours of "Making Data Count", mean, process limits and target; and what was noted,
 * and what is foreseen, beside them.
 */
final class XmrChart {

    private static final String COMMON = "#768692";
    private static final int ROOM_RIGHT = 14;

    private final ControlChart chart;
    private final Measure measure;
    private final Grain grain;
    private final Beside beside;
    private final boolean small;
    private final int wide;
    private final int high;
    private final int left;
    private final int foot;
    private final double least;
    private final double most;
    private final int slots;

    /** What stands on a chart beside its own points. */
    record Beside(List<Note> notes, List<Overlay> overlays) {

        static final Beside NOTHING = new Beside(List.of(), List.of());

        Beside {
            notes = List.copyOf(notes);
            overlays = List.copyOf(overlays);
        }
    }

    private XmrChart(ControlChart chart, Measure measure, Grain grain, Beside beside, boolean small) {
        this.chart = chart;
        this.measure = measure;
        this.grain = grain;
        this.beside = beside;
        this.small = small;
        this.wide = small ? 300 : 900;
        this.high = small ? 96 : 360;
        this.left = small ? 6 : 64;
        this.foot = small ? 8 : 44;
        double[] range = range();
        this.least = range[0];
        this.most = range[1];
        this.slots = slots();
    }

    /** A small multiple: no axes, its words are in the title. */
    static String small(ControlChart chart, Measure measure, Grain grain, String description) {
        XmrChart drawing = new XmrChart(chart, measure, grain, Beside.NOTHING, true);
        return drawing.svg("chart-" + measure.id() + "-small", description);
    }

    /** The whole chart, with axes and a legend. */
    static String large(ControlChart chart, Measure measure, Grain grain, Beside beside, String description) {
        return new XmrChart(chart, measure, grain, beside, false).svg("chart-" + measure.id(), description);
    }

    /** The whole chart as a picture of dots. */
    static byte[] png(ControlChart chart, Measure measure, Grain grain, Beside beside) {
        XmrChart drawing = new XmrChart(chart, measure, grain, beside, false);
        PngPen pen = new PngPen(drawing.wide, drawing.high, measure.title());
        drawing.draw(pen);
        return pen.png();
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
        beside.overlays().forEach(o -> o.points().forEach(p -> shown.addAll(List.of(p.low(), p.high()))));
        Measure.Target target = measure.target();
        if (target != null) {
            shown.add(target.value());
        }
        double low = shown.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double top = shown.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double room = Math.max((top - low) * 0.08, Math.min(0.5, Math.max(Math.abs(top) * 0.1, 0.01)));
        boolean share = measure.unit().equals("%");
        return new double[] {
            share || low >= 0 ? Math.max(0, low - room) : low - room, share ? Math.min(100.5, top + room) : top + room
        };
    }

    private String svg(String id, String description) {
        SvgPen pen = new SvgPen(id, wide, high, measure.title(), description);
        draw(pen);
        return pen.svg();
    }

    private void draw(Pen pen) {
        if (chart.points().isEmpty()) {
            return;
        }
        if (!small) {
            axes(pen);
            overlays(pen);
        }
        limits(pen);
        target(pen);
        values(pen);
        notes(pen);
    }

    private void axes(Pen pen) {
        double step = step(most - least);
        for (double v = Math.ceil(least / step) * step; v <= most; v += step) {
            pen.line(new At(left, y(v)), new At(wide - 2, y(v)), "#d8dde0", 1, "");
            pen.words(new At(left - 8, y(v) + 4), number(v, step), Anchor.END);
        }
        int every = Math.max(1, (int) Math.ceil(slots / 9.0));
        for (int i = 0; i < slots; i += every) {
            pen.words(new At(x(i), high - foot + 22), grain.title(day(i)), Anchor.MIDDLE);
        }
    }

    static double step(double range) {
        double rough = range / 5;
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1e-9))));
        double scaled = rough / power;
        return (scaled < 1.5 ? 1 : scaled < 3.5 ? 2 : scaled < 7.5 ? 5 : 10) * power;
    }

    private void overlays(Pen pen) {
        for (Overlay overlay : beside.overlays()) {
            List<At> low = new ArrayList<>();
            List<At> high = new ArrayList<>();
            List<At> middle = new ArrayList<>();
            for (Overlay.Point p : overlay.points()) {
                int slot = slot(p.day());
                if (slot >= 0) {
                    low.add(new At(x(slot), y(p.low())));
                    high.addFirst(new At(x(slot), y(p.high())));
                    middle.add(new At(x(slot), y(p.middle())));
                }
            }
            if (low.size() > 1) {
                low.addAll(high);
                pen.area(low, overlay.colour().light());
            }
            pen.path(middle, overlay.colour().line(), 2);
            for (Overlay.Point p : overlay.points()) {
                if (slot(p.day()) >= 0) {
                    pen.dot(
                            new At(x(slot(p.day())), y(p.middle())),
                            3.5,
                            "#fff",
                            overlay.colour().line(),
                            overlay.title() + ", " + grain.title(p.day()) + ": " + number(p.middle(), 0.1) + " ("
                                    + number(p.low(), 0.1) + " to " + number(p.high(), 0.1) + ")");
                }
            }
        }
    }

    private void limits(Pen pen) {
        List<ChartPoint> points = chart.points();
        for (int i = 0; i < points.size(); i++) {
            ChartPoint p = points.get(i);
            double from = x(i) - gap() / 2;
            double to = x(i) + gap() / 2;
            if (Double.isFinite(p.mean())) {
                pen.line(new At(from, y(p.mean())), new At(to, y(p.mean())), "#212b32", 1, "");
            }
            if (Double.isFinite(p.lower())) {
                String dash = p.trial() ? "2 4" : "6 4";
                pen.line(new At(from, y(p.upper())), new At(to, y(p.upper())), COMMON, 1.3, dash);
                if (p.lower() >= least) {
                    pen.line(new At(from, y(p.lower())), new At(to, y(p.lower())), COMMON, 1.3, dash);
                }
            }
        }
    }

    private void target(Pen pen) {
        Measure.Target target = measure.target();
        if (target == null || chart.points().isEmpty()) {
            return;
        }
        pen.line(new At(left, y(target.value())), new At(wide - 2, y(target.value())), "#b3121d", 1.5, "8 3");
        if (!small) {
            pen.words(
                    new At(left + 4, y(target.value()) - 6),
                    "Target " + number(target.value(), target.value() == Math.rint(target.value()) ? 1 : 0.1),
                    Anchor.START);
        }
    }

    private void values(Pen pen) {
        List<At> run = new ArrayList<>();
        for (int i = 0; i < chart.points().size(); i++) {
            Double value = chart.points().get(i).observation().value();
            if (value == null) {
                pen.path(run, COMMON, 1.5);
                run = new ArrayList<>();
            } else {
                run.add(new At(x(i), y(value)));
            }
        }
        pen.path(run, COMMON, 1.5);
        for (int i = 0; i < chart.points().size(); i++) {
            point(pen, i, chart.points().get(i));
        }
    }

    private void point(Pen pen, int i, ChartPoint point) {
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
        pen.dot(
                new At(x(i), y(value)),
                small ? 2.6 : 5,
                point.observation().ghosted() ? "#fff" : colour,
                colour,
                words);
    }

    /** Each note that stands as a line with its number, which the list below the chart repeats. */
    private void notes(Pen pen) {
        int number = 0;
        for (Note note : beside.notes()) {
            number++;
            int slot = slot(grain.start(note.day()));
            if (slot >= 0) {
                double at = note.kind() == Note.Kind.REBASE ? x(slot) - gap() / 2 : x(slot);
                pen.line(new At(at, 14), new At(at, high - foot), "#6b3fa0", 1.2, "3 3");
                pen.words(new At(at, 11), Integer.toString(number), Anchor.MIDDLE);
            }
        }
    }

    private static String colour(ChartPoint point) {
        return switch (point.variation()) {
            case COMMON_CAUSE -> COMMON;
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> "#005eb8";
            case CONCERN_HIGH, CONCERN_LOW -> "#c45500";
            case NEUTRAL_HIGH, NEUTRAL_LOW -> "#6b3fa0";
        };
    }

    /** The periods of the chart's points, and those after them for which something is foreseen. */
    private int slots() {
        int last = chart.points().size() - 1;
        for (Overlay overlay : beside.overlays()) {
            for (Overlay.Point p : overlay.points()) {
                last = Math.max(last, slot(p.day()));
            }
        }
        return Math.max(1, last + 1);
    }

    private int slot(LocalDate start) {
        if (chart.points().isEmpty() || start.isBefore(day(0))) {
            return -1;
        }
        int slot = 0;
        for (LocalDate d = day(0); d.isBefore(start) && slot < MOST_SLOTS; d = grain.next(d)) {
            slot++;
        }
        return slot;
    }

    private static final int MOST_SLOTS = 2_000;

    private LocalDate day(int slot) {
        List<ChartPoint> points = chart.points();
        if (slot < points.size()) {
            return points.get(slot).observation().date();
        }
        LocalDate day = points.getLast().observation().date();
        for (int i = points.size() - 1; i < slot; i++) {
            day = grain.next(day);
        }
        return day;
    }

    private double gap() {
        return (wide - left - ROOM_RIGHT) / (double) slots;
    }

    private double x(int i) {
        return left + gap() * (i + 0.5);
    }

    private double y(double value) {
        return 8 + (high - foot - 8) * (1 - (value - least) / (most - least));
    }

    static String number(@Nullable Double value, double step) {
        double v = Objects.requireNonNullElse(value, Double.NaN);
        int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
        return String.format(Locale.UK, "%,." + decimals + "f", v);
    }
}
