package uk.homeward.server.planning;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import uk.homeward.foresight.forecast.Line;

/** A forecast as a fan: what was, the middle of what may come, its half and nine tenths, and a limit. */
final class FanChart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.UK);
    private static final int WIDE = 480;
    private static final int HIGH = 190;
    private static final int DAYS_BEFORE = 4;

    private FanChart() {}

    /**
     * @param limit places in service, or a target; not a number where there is none
     * @param share true for shares, which run from 0 to 1
     */
    static String of(
            String id, String title, Line line, SortedMap<LocalDateTime, Double> seen, double limit, boolean share) {
        LocalDateTime zero = line.at().getFirst().toLocalDate().atStartOfDay();
        SortedMap<LocalDateTime, Double> before = seen.tailMap(zero.minusDays(DAYS_BEFORE));
        double[] xs = line.at().stream().mapToDouble(at -> days(zero, at)).toArray();
        double[][] quantiles = new double[5][];
        int[] percents = {5, 25, 50, 75, 95};
        for (int i = 0; i < percents.length; i++) {
            quantiles[i] = values(line, percents[i]);
        }
        double first = before.isEmpty() ? Math.min(0, xs[0]) : Math.min(xs[0], days(zero, before.firstKey()));
        double last = xs[xs.length - 1];
        double[] range = range(quantiles, before, limit, share);
        Svg svg = new Svg(WIDE, HIGH, first, last, range[0], range[1]);
        if (share) {
            svg.across(0, "0%");
            svg.across(0.5, "50%");
            svg.across(1, "100%");
        } else {
            svg.scale();
        }
        for (double day = Math.ceil(first); day <= last; day += 2) {
            svg.below(day, zero.plusDays((long) day).format(DAY));
        }
        svg.band(xs, quantiles[0], quantiles[4], "#d3e3f5");
        svg.band(xs, quantiles[1], quantiles[3], "#9cc3ea");
        svg.line(xs, quantiles[2], "#005eb8", 2, "");
        if (limit <= range[1]) {
            svg.dashed(first, last, limit, "#b3121d");
        }
        double[] pastX =
                before.keySet().stream().mapToDouble(at -> days(zero, at)).toArray();
        double[] pastY = before.values().stream().mapToDouble(v -> v).toArray();
        svg.line(pastX, pastY, "#212b32", 2, "");
        for (int i = 0; i < pastX.length; i++) {
            svg.dot(pastX[i], pastY[i], "#212b32");
        }
        return svg.done(id, title, description(share, limit));
    }

    private static String description(boolean share, double limit) {
        return "Black: what was. Blue line: the middle of 200 runs; darker band: half of them; lighter band: nine in ten."
                + (Double.isNaN(limit) ? "" : share ? " Red: the target." : " Red: places in service.");
    }

    private static double days(LocalDateTime zero, LocalDateTime at) {
        return ChronoUnit.MINUTES.between(zero, at) / (24 * 60.0);
    }

    private static double[] values(Line line, int percent) {
        double[] values = new double[line.at().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = line.at(i, percent);
        }
        return values;
    }

    private static double[] range(
            double[][] quantiles, Map<LocalDateTime, Double> before, double limit, boolean share) {
        if (share) {
            return new double[] {0, 1};
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 4;
        for (double[] values : quantiles) {
            for (double value : values) {
                low = Double.isNaN(value) ? low : Math.min(low, value);
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
        }
        for (double value : before.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (limit < 1.6 * high) { // else it lies far above, and the page says it in words
            low = Math.min(low, limit);
            high = Math.max(high, limit);
        }
        double from = low > 0.6 * high ? low - 0.3 * (high - low) - 1 : 0;
        return new double[] {Math.max(0, from), high + 0.05 * (high - from) + 0.5};
    }
}
