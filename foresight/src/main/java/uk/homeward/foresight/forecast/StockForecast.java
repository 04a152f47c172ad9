package uk.homeward.foresight.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Forecasts a count of people that was observed week by week, where nothing is known of the people behind it: a stock whose
 * level is smoothed and returns slowly to the mean of its last year. How much it is smoothed and how fast it returns is not
 * chosen but averaged over a few values, because choosing by the past does worse than averaging; the spread is that of the
 * average's own errors over the last two years. Only what was known at the end of {@code history} is used.
 */
public final class StockForecast {

    private static final double[] SMOOTHS = {0.6, 0.8, 1};
    private static final double[] REMEMBERS = {0.95, 0.98, 1};
    private static final int YEAR = 52;
    private static final int FIRST = 30;
    private static final int ERRORS = 2 * YEAR;

    private StockForecast() {}

    /**
     * The 5th, 10th, ... 95th percentile, {@code ahead} weeks after the last value.
     *
     * @param history at least 40 values more than {@code ahead}
     */
    public static double[] of(double[] history, int ahead) {
        if (ahead < 1 || history.length < ahead + 40) {
            throw new IllegalArgumentException("(" + history.length + ") values do not tell what comes (" + ahead
                    + ") steps ahead. Maybe: give at least 40 more values than steps");
        }
        double[][] levels = Arrays.stream(SMOOTHS)
                .mapToObj(smooth -> levels(history, smooth))
                .toArray(double[][]::new);
        int last = history.length - 1;
        double middle = point(history, levels, last, ahead);
        int first = Math.max(FIRST, last - ahead - ERRORS + 1);
        return Line.percentiles(IntStream.rangeClosed(first, last - ahead)
                .mapToDouble(at -> middle + history[at + ahead] - point(history, levels, at, ahead))
                .toArray());
    }

    /** The smoothed level after each value; smoothed by 1 it is the value itself. */
    private static double[] levels(double[] history, double smooth) {
        double[] levels = history.clone();
        for (int i = 1; i < levels.length; i++) {
            levels[i] = levels[i - 1] + smooth * (history[i] - levels[i - 1]);
        }
        return levels;
    }

    private static double point(double[] history, double[][] levels, int at, int ahead) {
        double mean = Arrays.stream(history, Math.max(0, at - YEAR + 1), at + 1)
                .average()
                .orElse(0);
        double sum = 0;
        for (double[] level : levels) {
            for (double remembers : REMEMBERS) {
                sum += mean + Math.pow(remembers, ahead) * (level[at] - mean);
            }
        }
        return sum / (levels.length * REMEMBERS.length);
    }
}
