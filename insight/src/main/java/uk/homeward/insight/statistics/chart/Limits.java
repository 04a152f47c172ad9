package uk.homeward.insight.statistics.chart;

import java.util.Arrays;

/**
 * Mean and natural process limits of one period, in the unit of the measure; NaN where there are none.
 *
 * <p>Sources: Wheeler DJ. Understanding variation. 1993 (2.66 mean moving ranges; 3.267 for a range out of the
 * ordinary); NHS England, Making Data Count.
 */
record Limits(double mean, double lower, double upper, double nearLower, double nearUpper) {

    private static final double RANGES_TO_LIMIT = 2.66;
    private static final double RANGES_TO_NEAR_LIMIT = 2 * (RANGES_TO_LIMIT / 3);
    private static final double OUTLYING_RANGE = 3.267;

    /** From the values of the baseline in order of time; NaN stands for a gap. */
    static Limits of(double[] baseline, boolean screened) {
        double mean = mean(
                Arrays.stream(baseline).filter(value -> !Double.isNaN(value)).toArray());
        double range = meanRange(baseline, screened);
        return new Limits(
                mean,
                mean - RANGES_TO_LIMIT * range,
                mean + RANGES_TO_LIMIT * range,
                mean - RANGES_TO_NEAR_LIMIT * range,
                mean + RANGES_TO_NEAR_LIMIT * range);
    }

    boolean known() {
        return !Double.isNaN(lower);
    }

    private static double meanRange(double[] baseline, boolean screened) {
        double[] ranges = new double[Math.max(0, baseline.length - 1)];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = Math.abs(baseline[i + 1] - baseline[i]);
        }
        double[] known =
                Arrays.stream(ranges).filter(range -> !Double.isNaN(range)).toArray();
        double meanOfAll = mean(known);
        if (!screened) {
            return meanOfAll;
        }
        return mean(Arrays.stream(known)
                .filter(range -> range < OUTLYING_RANGE * meanOfAll)
                .toArray());
    }

    /** The mean, corrected once for rounding, so that equal values have exactly that value as their mean. */
    private static double mean(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double first = Arrays.stream(values).sum() / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }
}
