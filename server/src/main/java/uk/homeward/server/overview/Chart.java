package uk.homeward.server.overview;

import java.util.List;
import java.util.Locale;

/** Small pictures for figures that stand beside them in a table too; each has a title and a description. */
final class Chart {

    private static final int WIDE = 720;
    private static final int HIGH = 190;
    private static final int LEFT = 30;
    private static final int FOOT = 24;

    private Chart() {}

    /** Bars for the hours of today, and a stepped line for usual days. */
    static String hours(List<Integer> today, List<Double> usual, int hourNow) {
        double most = Math.max(
                5,
                Math.max(
                        today.stream().mapToInt(Integer::intValue).max().orElse(0),
                        usual.stream().mapToDouble(Double::doubleValue).max().orElse(0)));
        double slot = (WIDE - LEFT - 4) / 24.0;
        double scale = (HIGH - FOOT - 12) / most;
        StringBuilder svg = new StringBuilder(open(
                "hours",
                "Arrivals by hour of today, beside usual days",
                "Bars: people who came in each hour of today. Line: the mean of the last 28 days."));
        int step = most <= 10 ? 2 : most <= 25 ? 5 : most <= 60 ? 10 : 25;
        for (int value = 0; value <= most; value += step) {
            double y = HIGH - FOOT - value * scale;
            svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\" stroke=\"#d8dde0\"/>"
                    .formatted(LEFT, WIDE, n(y), n(y)));
            svg.append(text(LEFT - 6, y + 4, Integer.toString(value), "end"));
        }
        for (int hour = 0; hour < 24; hour++) {
            double high = today.get(hour) * scale;
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                    .formatted(
                            n(LEFT + hour * slot + 3),
                            n(HIGH - FOOT - high),
                            n(slot - 6),
                            n(high),
                            hour == hourNow ? "#7fb2e5" : "#005eb8"));
            if (hour % 3 == 0) {
                svg.append(text(LEFT + hour * slot, HIGH - 6, "%02d:00".formatted(hour), "start"));
            }
        }
        StringBuilder path = new StringBuilder();
        for (int hour = 0; hour < 24; hour++) {
            double y = HIGH - FOOT - usual.get(hour) * scale;
            path.append(hour == 0 ? "M" : "L")
                    .append(n(LEFT + hour * slot))
                    .append(' ')
                    .append(n(y));
            path.append('H').append(n(LEFT + (hour + 1) * slot));
        }
        svg.append("<path d=\"%s\" fill=\"none\" stroke=\"#8a4b00\" stroke-width=\"2\"/>".formatted(path));
        return svg.append("</svg>").toString();
    }

    /** How full something is: a bar to 100 in a hundred, with a mark at 92, above which flow fails. */
    static String fill(String id, String title, double share) {
        double wide = Math.min(1, share) * 200;
        String colour = share > 0.92 ? "#b3121d" : share > 0.85 ? "#b26800" : "#00703c";
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="hw-fill" viewBox="0 0 204 16" width="204" height="16" role="img" aria-labelledby="fill-%s">\
                <title id="fill-%s">%s: %d in a hundred taken</title>\
                <rect x="2" y="2" width="200" height="12" fill="#e8edee"/>\
                <rect x="2" y="2" width="%s" height="12" fill="%s"/>\
                <line x1="186" x2="186" y1="0" y2="16" stroke="#212b32" stroke-width="1.5" stroke-dasharray="3 2"/></svg>""".formatted(id, id, escaped(title), Math.round(share * 100), n(wide), colour);
    }

    private static String open(String id, String title, String description) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="hw-chart" viewBox="0 0 %d %d" role="img" aria-labelledby="%s-title %s-desc" font-family="Arial, sans-serif" font-size="12">\
                <title id="%s-title">%s</title><desc id="%s-desc">%s</desc>""".formatted(WIDE, HIGH, id, id, id, escaped(title), id, escaped(description));
    }

    private static String text(double x, double y, String words, String anchor) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"#4c6272\">%s</text>"
                .formatted(n(x), n(y), anchor, words);
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
