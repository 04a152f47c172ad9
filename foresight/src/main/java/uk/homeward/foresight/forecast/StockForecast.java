package uk.homeward.foresight.forecast;

import java.util.Arrays;

/**
 * Forecasts a count of people that was observed at even steps (such as weekly means), where nothing is known of the people
 * behind it: a stock that returns to its recent mean and remembers part of its distance from it. How long the mean looks
 * back and how much is remembered is what served best so far at the same distance ahead; the spread is that of its own
 * latest errors. Only what was known at the end of {@code history} is used.
 */
public final class StockForecast {

    private static final int[] LOOKS_BACK = {8, 13, 26, 52, 200};
    private static final double[] REMEMBERS = {0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1};
    private static final int FIRST = 20;
    private static final int ERRORS = 60;

    private StockForecast() {}

    /**
     * The 5th, 10th, ... 95th percentile, {@code ahead} steps after the last value.
     *
     * @param history at least 40 values more than {@code ahead}
     */
    public static double[] of(double[] history, int ahead) {
        if (ahead < 1 || history.length < ahead + 40) {
            throw new IllegalArgumentException("(" + history.length + ") values do not tell what comes (" + ahead
                    + ") steps ahead. Maybe: give at least 40 more values than steps");
        }
        double[] best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        double point = 0;
        for (int back : LOOKS_BACK) {
            for (double remembers : REMEMBERS) {
                double[] errors = errors(history, ahead, back, remembers);
                double sum = Arrays.stream(errors).map(Math::abs).sum();
                if (sum < least) {
                    least = sum;
                    best = errors;
                    point = point(history, history.length - 1, ahead, back, remembers);
                }
            }
        }
        double[] latest = Arrays.copyOfRange(best, Math.max(0, best.length - ERRORS), best.length);
        double middle = point;
        return Line.percentiles(Arrays.stream(latest).map(e -> middle + e).toArray());
    }

    private static double[] errors(double[] history, int ahead, int back, double remembers) {
        double[] errors = new double[history.length - ahead - FIRST];
        for (int i = FIRST; i < history.length - ahead; i++) {
            errors[i - FIRST] = history[i + ahead] - point(history, i, ahead, back, remembers);
        }
        return errors;
    }

    private static double point(double[] history, int at, int ahead, int back, double remembers) {
        double mean = Arrays.stream(history, Math.max(0, at - back + 1), at + 1)
                .average()
                .orElse(0);
        return mean + Math.pow(remembers, ahead) * (history[at] - mean);
    }
}
