package uk.homeward.server.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.programme.CriticalPath;
import uk.homeward.journey.programme.CriticalPath.Stop;
import uk.homeward.journey.programme.Programmes;

/** Draws the milestones of a programme along the years, with what waits for what; the critical chain is thick. */
final class PathSvg {

    private static final int WIDE = 960;
    private static final int LEFT = 330;
    private static final int ROW = 26;
    private static final int HEAD = 30;
    private static final int LONGEST = 46;
    private static final String CRITICAL = "#b3121d";
    private static final String OTHER = "#4c6272";

    private final List<Stop> stops;
    private final LocalDate today;
    private final LocalDate first;
    private final double days;
    private final Map<String, Integer> rows = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private PathSvg(List<Stop> stops, LocalDate today) {
        this.stops = stops;
        this.today = today;
        LocalDate from = today;
        LocalDate to = stops.getLast().expected();
        for (Stop s : stops) {
            from = earlier(from, s.expected());
            from = earlier(from, s.milestone().planned());
            to = later(to, s.milestone().planned());
        }
        this.first = from.withDayOfMonth(1);
        this.days = Math.max(30, ChronoUnit.DAYS.between(first, to));
        for (int i = 0; i < stops.size(); i++) {
            rows.put(stops.get(i).ref(), i);
        }
    }

    private static LocalDate earlier(LocalDate a, @Nullable LocalDate b) {
        return b != null && b.isBefore(a) ? b : a;
    }

    private static LocalDate later(LocalDate a, @Nullable LocalDate b) {
        return b != null && b.isAfter(a) ? b : a;
    }

    /** The drawing; empty where no milestone has a day. */
    static String of(CriticalPath path, LocalDate today) {
        return path.stops().isEmpty() ? "" : new PathSvg(path.stops(), today).svg();
    }

    private String svg() {
        years();
        stops.forEach(this::links);
        stops.forEach(this::stop);
        int high = HEAD + ROW * stops.size() + 10;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hw-chart hw-path\" viewBox=\"0 0 " + WIDE + " " + high
                + "\" role=\"img\" aria-labelledby=\"path-t path-d\" font-family=\"Arial, sans-serif\""
                + " font-size=\"13\"><title id=\"path-t\">Milestones and the critical path</title><desc id=\"path-d\">"
                + escaped(description()) + "</desc>" + out + "</svg>";
    }

    private String description() {
        String chain = stops.stream()
                .filter(Stop::critical)
                .map(s -> s.milestone().title())
                .reduce((a, b) -> a + ", then " + b)
                .orElse("");
        return "The last milestone is expected on "
                + Wording.day(stops.getLast().expected()) + ". What decides it: " + chain
                + ". The table below says the same.";
    }

    private void years() {
        int high = HEAD + ROW * stops.size();
        int span = (int) (days / 365);
        int every = Math.max(1, span / 8);
        for (LocalDate year = first.withDayOfYear(1); x(year) <= WIDE; year = year.plusYears(every)) {
            if (!year.isBefore(first)) {
                line(x(year), HEAD - 6, x(year), high, "#d8dde0", 1);
                text(x(year) + 3, HEAD - 12, String.valueOf(year.getYear()), "start", OTHER);
            }
        }
        line(x(today), HEAD - 6, x(today), high, "#005eb8", 2);
    }

    private void links(Stop stop) {
        for (String after : stop.milestone().after()) {
            Integer from = rows.get(Programmes.ref(stop.programme(), after));
            Integer to = rows.get(stop.ref());
            if (from != null && to != null) {
                Stop before = stops.get(from);
                boolean critical = before.critical() && stop.critical();
                out.append(String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1f\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>",
                        x(before.expected()),
                        y(from),
                        x(before.expected()),
                        y(to),
                        x(stop.expected()),
                        y(to),
                        critical ? CRITICAL : "#aeb7bd",
                        critical ? "3" : "1.2"));
            }
        }
    }

    private void stop(Stop stop) {
        int row = rows.getOrDefault(stop.ref(), 0);
        String title = stop.milestone().title();
        String label = title.length() > LONGEST ? title.substring(0, LONGEST - 1) + "…" : title;
        String colour = stop.critical() ? CRITICAL : OTHER;
        text(LEFT - 14, y(row) + 4, label, "end", stop.critical() ? CRITICAL : "#212b32");
        LocalDate planned = stop.milestone().planned();
        if (planned != null && !planned.equals(stop.expected())) {
            diamond(x(planned), y(row), "#fff", OTHER, "Planned: " + Wording.day(planned));
            line(x(planned) + 6, y(row), x(stop.expected()) - 6, y(row), "#aeb7bd", 1);
        }
        boolean reached = stop.milestone().reached() != null;
        diamond(
                x(stop.expected()),
                y(row),
                reached ? "#007f3b" : colour,
                reached ? "#007f3b" : colour,
                title + ": " + (reached ? "reached " : "expected ") + Wording.day(stop.expected()));
    }

    private double x(LocalDate day) {
        return LEFT + ChronoUnit.DAYS.between(first, day) / days * (WIDE - LEFT - 16);
    }

    private static double y(int row) {
        return HEAD + ROW * (row + 0.5);
    }

    private void line(double x1, double y1, double x2, double y2, String colour, double width) {
        out.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1,
                y1,
                x2,
                y2,
                colour,
                width));
    }

    private void text(double x, double y, String words, String anchor, String colour) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x,
                y,
                anchor,
                colour,
                escaped(words)));
    }

    private void diamond(double x, double y, String fill, String stroke, String words) {
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fl6 -6l6 6l-6 6z\" fill=\"%s\" stroke=\"%s\""
                        + " stroke-width=\"1.5\"><title>%s</title></path>",
                x - 6,
                y,
                fill,
                stroke,
                escaped(words)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
