package uk.homeward.server.planning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;

/** Some scenarios and what really happened, month by month, each with its interval. */
final class MonthChart {

    /** Colours and dashes of as many lines as can be compared: told apart without colour too. */
    static final List<String> COLOURS = List.of("#4c6272", "#005eb8", "#8a4b00", "#00602f", "#7c2855");

    static final List<String> DASHES = List.of("2 3", "", "8 4", "10 3 2 3", "1 0");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.UK);
    private static final int WIDE = 760;
    private static final int HIGH = 300;

    private MonthChart() {}

    /** A line: one estimate for each period from a day on. */
    record Series(String name, List<LocalDate> from, List<Estimate> values) {
        Series {
            from = List.copyOf(from);
            values = List.copyOf(values);
        }
    }

    /** The measure of a scenario that counts from {@code day} on. */
    static Series series(String name, Measure measure, Findings found, LocalDate day) {
        List<LocalDate> from = new ArrayList<>();
        List<Estimate> values = new ArrayList<>();
        double zero = found.periods().getFirst().fromHours();
        for (Findings.PeriodFinding period : found.periods()) {
            if (period.toHours() - period.fromHours() > 24 * 5) { // a few days of a month say little
                from.add(day.plusDays(Math.round((period.fromHours() - zero) / 24)));
                values.add(measure.in(found, period));
            }
        }
        return new Series(name, from, values);
    }

    static String of(String id, String title, List<Series> all, SortedMap<YearMonth, Double> past, boolean share) {
        LocalDate zero = all.getFirst().from().getFirst();
        double[] pastX = past.keySet().stream()
                .mapToDouble(m -> months(zero, m.atDay(15)))
                .toArray();
        double[] pastY = past.values().stream().mapToDouble(v -> v).toArray();
        double first = pastX.length == 0 ? 0 : Math.min(0, pastX[0] - 0.3);
        double last = all.stream()
                .mapToDouble(s -> months(zero, s.from().getLast()) + 0.8)
                .max()
                .orElse(12);
        double[] range = range(all, pastY, share);
        Svg svg = new Svg(WIDE, HIGH, first, last, range[0], range[1]);
        if (share) {
            svg.across(0, "0%");
            svg.across(0.5, "50%");
            svg.across(1, "100%");
        } else {
            svg.scale();
        }
        for (int month = (int) Math.ceil(first); month <= last; month += 2) {
            svg.below(month, zero.plusMonths(month).format(MONTH));
        }
        for (int i = 0; i < all.size(); i++) {
            draw(svg, all.get(i), zero, i);
        }
        svg.line(pastX, pastY, "#212b32", 2.5, "");
        for (int i = 0; i < pastX.length; i++) {
            svg.dot(pastX[i], pastY[i], "#212b32");
        }
        return svg.done(
                id,
                title,
                "Lines: the mean of each month, with its 95% interval as a band. Black dots: what really happened.");
    }

    private static void draw(Svg svg, Series series, LocalDate zero, int number) {
        int n = series.values().size();
        double[] xs = new double[n];
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            xs[i] = months(zero, series.from().get(i)) + 0.5;
            mean[i] = series.values().get(i).mean();
            low[i] = series.values().get(i).low();
            high[i] = series.values().get(i).high();
        }
        svg.band(xs, low, high, COLOURS.get(number) + "33");
        svg.line(xs, mean, COLOURS.get(number), 2, DASHES.get(number));
    }

    private static double months(LocalDate zero, LocalDate day) {
        return ChronoUnit.DAYS.between(zero, day) / 30.4375;
    }

    private static double[] range(List<Series> all, double[] past, boolean share) {
        if (share) {
            return new double[] {0, 1};
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 1;
        for (Series series : all) {
            for (Estimate e : series.values()) {
                if (!Double.isNaN(e.mean())) {
                    low = Math.min(low, Double.isNaN(e.low()) ? e.mean() : e.low());
                    high = Math.max(high, Double.isNaN(e.high()) ? e.mean() : e.high());
                }
            }
        }
        for (double value : past) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double from = low > 0.6 * high && low < Double.POSITIVE_INFINITY ? low - 0.3 * (high - low) : 0;
        return new double[] {Math.max(0, from), high + 0.06 * (high - from)};
    }

    /** A short piece of the line, for the legend. */
    static String swatch(int number) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"36\" height=\"10\" aria-hidden=\"true\"><line x1=\"0\" x2=\"36\""
                + " y1=\"5\" y2=\"5\" stroke-width=\"3\" stroke=\"" + COLOURS.get(number) + "\""
                + (DASHES.get(number).isEmpty() ? "" : " stroke-dasharray=\"" + DASHES.get(number) + "\"") + "/></svg>";
    }
}
