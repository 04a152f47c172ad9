package uk.homeward.foresight.engine;

import java.util.Arrays;
import uk.homeward.foresight.chance.StudentT;

/** Makes estimates from the values of replications, and percentiles from what was pooled over them. */
final class Estimates {

    private Estimates() {}

    /** From one value for each replication; values that are not numbers are left out. */
    static Estimate of(double[] values) {
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return with(known, percentile(known, 0.05), percentile(known, 0.95));
    }

    private static Estimate with(double[] known, double p5, double p95) {
        if (known.length == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, p5, p95);
        }
        double mean = Arrays.stream(known).average().orElseThrow();
        if (known.length == 1) {
            return new Estimate(mean, Double.NaN, Double.NaN, p5, p95);
        }
        double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (known.length - 1) / known.length);
        double half = error * StudentT.quantile(0.975, known.length - 1);
        return new Estimate(mean, mean - half, mean + half, p5, p95);
    }

    private static double percentile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Means of a level by replication, with percentiles of time. */
    static Estimate ofLevel(double[] means, long[] lasted) {
        return with(known(means), position(lasted, 0.05), position(lasted, 0.95));
    }

    /** Means in hours by replication, with percentiles over people. */
    static Estimate ofSpans(double[] means, long[] counts) {
        return with(known(means), spanHours(counts, 0.05), spanHours(counts, 0.95));
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    private static double spanHours(long[] counts, double p) {
        double bucket = position(counts, p);
        return Double.isNaN(bucket) ? Double.NaN : Spans.middle((int) bucket) / Lasts.HOUR;
    }

    /** The first position at which the share {@code p} of all weights is reached. */
    private static double position(long[] weights, double p) {
        long all = Arrays.stream(weights).sum();
        if (all == 0) {
            return Double.NaN;
        }
        double target = p * all;
        long sum = 0;
        int i = -1;
        while (sum < target || i < 0) {
            sum += weights[++i];
        }
        return i;
    }
}
