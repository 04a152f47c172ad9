package uk.homeward.server.measures;

import java.util.List;
import uk.homeward.server.measures.Pen.Anchor;
import uk.homeward.server.measures.Pen.At;

/** Draws groups as dots with the limits of their figures, one line for each. */
final class BarsChart {

    private static final int WIDE = 720;
    private static final int LEFT = 210;
    private static final int LINE = 34;

    private BarsChart() {}

    static String of(Inequality shown, GroupTitles titles) {
        List<Inequality.Group> groups =
                shown.groups().stream().filter(g -> !g.hidden()).toList();
        double most = groups.stream()
                .mapToDouble(g -> Math.max(g.value(), g.limits().upper()))
                .max()
                .orElse(1);
        double scale = (WIDE - LEFT - 20) / Math.max(most, 1e-9);
        int high = LINE * groups.size() + 40;
        SvgPen pen = new SvgPen(
                "bars-" + shown.measure().id() + "-" + shown.by(),
                WIDE,
                high,
                shown.measure().title() + " by " + shown.by(),
                "Each line is a group with its figure and 95% limits. The table tells the same.");
        double step = XmrChart.step(most);
        for (double v = 0; v <= most; v += step) {
            pen.line(new At(LEFT + v * scale, 8), new At(LEFT + v * scale, high - 30), "#d8dde0", 1, "");
            pen.words(new At(LEFT + v * scale, high - 12), XmrChart.number(v, step), Anchor.MIDDLE);
        }
        for (int i = 0; i < groups.size(); i++) {
            Inequality.Group g = groups.get(i);
            double y = 22 + LINE * i;
            pen.words(new At(LEFT - 10, y + 4), titles.of(shown.by(), g.name()), Anchor.END);
            pen.line(
                    new At(LEFT + g.limits().lower() * scale, y),
                    new At(LEFT + g.limits().upper() * scale, y),
                    "#768692",
                    3,
                    "");
            pen.dot(
                    new At(LEFT + g.value() * scale, y),
                    6,
                    "#005eb8",
                    "#005eb8",
                    titles.of(shown.by(), g.name()) + ": " + XmrChart.number(g.value(), 0.1));
        }
        return pen.svg();
    }
}
