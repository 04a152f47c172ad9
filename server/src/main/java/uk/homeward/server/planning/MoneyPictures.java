package uk.homeward.server.planning;

import java.util.List;
import uk.homeward.foresight.benefits.finance.Rating;
import uk.homeward.foresight.benefits.finance.Waterfall;

/** The charts of the money pages. */
final class MoneyPictures {

    private static final int WIDE = 640;
    private static final int ROW = 26;
    private static final int LABELS = 240;

    private MoneyPictures() {}

    /** Bars that hang where the one before them ended: what each solution closes of the gap. */
    static String waterfall(String title, Waterfall fall) {
        int rows = fall.steps().size() + 2;
        Svg svg = new Svg(WIDE, ROW * rows + 12, 0, 1, 0, 1);
        double unit = (WIDE - LABELS - 70) / Math.max(1, fall.opening());
        bar(svg, 0, "The gap", 0, fall.opening(), unit, "#4c6272");
        for (int i = 0; i < fall.steps().size(); i++) {
            Waterfall.Step step = fall.steps().get(i);
            bar(svg, i + 1, step.title(), step.left(), step.left() + step.closes(), unit, "#007f3b");
        }
        bar(svg, rows - 1, "Left", Math.min(0, fall.closing()), Math.max(0, fall.closing()), unit, "#d5281b");
        return svg.done(
                "waterfall",
                title + ": from the gap to what is left",
                "Each bar shows what a solution closes; the last what no solution closes.");
    }

    private static void bar(Svg svg, int row, String title, double from, double to, double unit, String colour) {
        double y = ROW * row + 6.0;
        svg.text(LABELS - 8, y + 14, title, "end");
        svg.add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>",
                LABELS + unit * from, y, Math.max(1, unit * (to - from)), colour);
        svg.text(LABELS + unit * to + 6, y + 14, MoneyText.amount(to - from), "start");
    }

    /** For each year one bar: green, amber and red in their shares, each with its amount. */
    static String ratings(String title, List<Rating> ratings) {
        double most = ratings.stream().mapToDouble(Rating::all).max().orElse(1);
        Svg svg = new Svg(WIDE, 44 * ratings.size() + 12, 0, 1, 0, 1);
        double unit = (WIDE - 110) / Math.max(1, most);
        for (int i = 0; i < ratings.size(); i++) {
            Rating r = ratings.get(i);
            double y = 44.0 * i + 8;
            svg.text(82, y + 20, r.name(), "end");
            double x = 90;
            x = part(svg, x, y, unit * r.green(), r.green(), "#007f3b", "#ffffff");
            x = part(svg, x, y, unit * r.amber(), r.amber(), "#ffb81c", "#212b32");
            part(svg, x, y, unit * r.red(), r.red(), "#d5281b", "#ffffff");
        }
        return svg.done(
                "ratings",
                title + ": how sure the savings are",
                "Green: on the way. Amber: needs work. Red: at risk. The table beside it holds the figures.");
    }

    private static double part(Svg svg, double x, double y, double wide, double amount, String colour, String ink) {
        svg.add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"30\" fill=\"%s\"/>", x, y, wide, colour);
        if (wide > 34) {
            svg.add(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
                    x + wide / 2, y + 20, ink, MoneyText.amount(amount));
        }
        return x + wide;
    }
}
