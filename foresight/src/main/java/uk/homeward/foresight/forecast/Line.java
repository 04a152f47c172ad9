package uk.homeward.foresight.forecast;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A quantity over time as a distribution: at each moment its 5th, 10th, ... 95th percentile over runs.
 *
 * @param at local times, rising
 * @param quantiles one array of {@link #LEVELS} values for each moment; not a number where no run could tell
 */
public record Line(Quantity quantity, List<LocalDateTime> at, List<double[]> quantiles) {

    /** 5%, 10%, ... 95%. */
    public static final int LEVELS = 19;

    public Line {
        at = List.copyOf(at);
        quantiles = List.copyOf(quantiles);
    }

    /** The percentile at one moment; {@code percent} is a multiple of 5 from 5 to 95. */
    public double at(int moment, int percent) {
        if (percent % 5 != 0 || percent < 5 || percent > 95) {
            throw new IllegalArgumentException("no percentile (" + percent + "). Maybe: 5, 10, ... 95");
        }
        return quantiles.get(moment)[percent / 5 - 1];
    }

    /** The percentiles of some values; values that are not numbers are left out. */
    static double[] percentiles(double[] values) {
        double[] known = java.util.Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        double[] quantiles = new double[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            quantiles[i] = known.length == 0 ? Double.NaN : percentile(known, 0.05 * (i + 1));
        }
        return quantiles;
    }

    private static double percentile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
