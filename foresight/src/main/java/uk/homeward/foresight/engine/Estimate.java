package uk.homeward.foresight.engine;

import java.util.List;

/**
 * A quantity over all replications. Numbers that could not be measured (no one waited, one replication has no
 * interval) are {@link Double#NaN}.
 *
 * @param mean the mean over replications
 * @param low lower end of the 95% confidence interval of the mean (Student's t over replications)
 * @param high its upper end
 * @param p5 the value below which the quantity lies 5% of the time (levels), or in 5% of people (waits), or in 5% of
 *     replications (all else)
 * @param p95 the same for 95%
 */
public record Estimate(double mean, double low, double high, double p5, double p95) {

    /** From one value for each replication. */
    public static Estimate of(List<Double> values) {
        return Estimates.of(values.stream().mapToDouble(v -> v).toArray());
    }

    /** The same quantity in another unit. */
    public Estimate times(double factor) {
        return new Estimate(mean * factor, low * factor, high * factor, p5 * factor, p95 * factor);
    }

    /** Half the width of the confidence interval. */
    public double halfWidth() {
        return 0.5 * (high - low);
    }
}
