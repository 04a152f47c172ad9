package uk.homeward.server.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import uk.homeward.journey.event.BaselineEvent.FigureTold;
import uk.homeward.journey.programme.BaselineFigure;
import uk.homeward.journey.programme.Said;

/** Simple views of baseline figures: bars of those that share a topic and a unit, beside what they are compared with. */
public record BaselineBars(String title, String svg, String note) {

    private static final int WIDE = 760;
    private static final int LEFT = 330;
    private static final int ROW = 30;

    private record Bar(String label, double value, double comparator) {}

    /** The views that these figures allow; those without two bars are left out. */
    public static List<BaselineBars> of(List<BaselineFigure> figures) {
        List<BaselineBars> all = new ArrayList<>();
        add(all, figures, "Ratings: requires improvement or inadequate, %", f -> is(f, "ratings", "%"));
        add(
                all,
                figures,
                "Turnover and vacancies, %",
                f -> is(f, "turnover", "%")
                        || is(f, "vacancies", "%")
                        || f.named().topic().equals("turnover"));
        add(
                all,
                figures,
                "Void space, cost in million pounds a year",
                f -> f.named().topic().equals("void space"));
        return all;
    }

    private static boolean is(BaselineFigure figure, String topic, String unit) {
        return figure.named().topic().equals(topic) && figure.named().unit().equals(unit);
    }

    private static void add(
            List<BaselineBars> all, List<BaselineFigure> figures, String title, Predicate<BaselineFigure> which) {
        List<Bar> bars = figures.stream()
                .filter(which)
                .filter(f -> f.last() != null && value(f.last()) != null)
                .map(BaselineBars::bar)
                .toList();
        if (bars.size() >= 2) {
            all.add(new BaselineBars(
                    title,
                    svg("bars-" + all.size(), title, bars),
                    "Blue: the place. Line: what it is compared with. The table below says the same."));
        }
    }

    private static Bar bar(BaselineFigure figure) {
        Said<FigureTold> last = Objects.requireNonNull(figure.last());
        Double comparator = last.what().comparator();
        return new Bar(
                figure.named().title() + ", " + figure.named().area(),
                Objects.requireNonNullElse(value(last), 0.0),
                comparator == null ? Double.NaN : comparator);
    }

    private static @org.jspecify.annotations.Nullable Double value(
            @org.jspecify.annotations.Nullable Said<FigureTold> said) {
        return said == null ? null : said.what().value();
    }

    private static String svg(String id, String title, List<Bar> bars) {
        double most = bars.stream()
                .mapToDouble(b -> Math.max(b.value(), Double.isNaN(b.comparator()) ? 0 : b.comparator()))
                .max()
                .orElse(1);
        StringBuilder out = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = i * ROW + 6;
            double x = x(bar.value(), most);
            String label = bar.label().length() > 46 ? bar.label().substring(0, 45) + "…" : bar.label();
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#212b32\">%s</text>"
                            + "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"18\" fill=\"#005eb8\"/>"
                            + "<text x=\"%.1f\" y=\"%.1f\" fill=\"#212b32\">%s</text>",
                    LEFT - 8,
                    y + 14,
                    escaped(label),
                    LEFT,
                    y,
                    x - LEFT,
                    x + 6,
                    y + 14,
                    number(bar.value())));
            if (!Double.isNaN(bar.comparator())) {
                double at = x(bar.comparator(), most);
                out.append(String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#b3121d\" stroke-width=\"3\"/>",
                        at,
                        at,
                        y - 3,
                        y + 21));
            }
            words.append(bar.label()).append(": ").append(number(bar.value())).append(". ");
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hw-chart\" viewBox=\"0 0 " + WIDE + " "
                + (bars.size() * ROW + 8) + "\" role=\"img\" aria-labelledby=\"" + id + "-t " + id
                + "-d\" font-family=\"Arial, sans-serif\" font-size=\"13\"><title id=\"" + id + "-t\">" + escaped(title)
                + "</title><desc id=\"" + id + "-d\">" + escaped(words.toString()) + "</desc>" + out + "</svg>";
    }

    private static double x(double value, double most) {
        return LEFT + value / most * (WIDE - LEFT - 70);
    }

    /** A number as pages write it. */
    public static String number(double value) {
        return Wording.number(value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
