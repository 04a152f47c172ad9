package uk.homeward.bench.backtest;

import java.util.Arrays;

/** What an analyst would use instead, as textbooks have it (Hyndman and Athanasopoulos, Forecasting). */
final class Rivals {

    private static final int YEAR = 52;
    private static final double[] NORMAL = {
        -1.6449, -1.2816, -1.0364, -0.8416, -0.6745, -0.5244, -0.3853, -0.2533, -0.1257, 0, 0.1257, 0.2533, 0.3853,
        0.5244, 0.6745, 0.8416, 1.0364, 1.2816, 1.6449
    };

    private Rivals() {}

    /** The same week of the last year, with the spread of its own past errors. */
    static double[] seasonalNaive(double[] history, int ahead) {
        int n = history.length;
        double squares = 0;
        for (int i = YEAR; i < n; i++) {
            squares += Math.pow(history[i] - history[i - YEAR], 2);
        }
        return fan(history[n - 1 - YEAR + ahead], Math.sqrt(squares / (n - YEAR)));
    }

    /** As it is now; the spread is that of a walk with its own past steps. */
    static double[] asNow(double[] history, int ahead) {
        double squares = 0;
        for (int i = ahead; i < history.length; i++) {
            squares += Math.pow(history[i] - history[i - ahead], 2);
        }
        return fan(history[history.length - 1], Math.sqrt(squares / (history.length - ahead)));
    }

    /**
     * The Theta method (Assimakopoulos and Nikolopoulos 2000; the winner of the M3 competition) as Hyndman and Billah (2003)
     * write it: simple exponential smoothing with a drift of half the trend. Smoothing by least squares of one step.
     */
    static double[] theta(double[] history, int ahead) {
        double alpha = 0.02;
        double least = Double.POSITIVE_INFINITY;
        for (double tried = 0.02; tried <= 0.99; tried += 0.01) {
            double squares = new Smoothing(history, tried, 0, 0).squares;
            if (squares < least) {
                least = squares;
                alpha = tried;
            }
        }
        int n = history.length;
        double drift = slope(history) / 2 * (ahead - 1 + (1 - Math.pow(1 - alpha, n)) / alpha);
        double variance = least / (n - 2) * (1 + (ahead - 1) * alpha * alpha);
        return fan(new Smoothing(history, alpha, 0, 0).level + drift, Math.sqrt(variance));
    }

    private static double slope(double[] history) {
        int n = history.length;
        double middle = (n - 1) / 2.0;
        double mean = Arrays.stream(history).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i - middle) * (history[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        return products / squares;
    }

    /** Exponential smoothing with a damped trend, ETS(A,Ad,N), parameters by least squares of one step. */
    static double[] dampedTrend(double[] history, int ahead) {
        Smoothing best = new Smoothing(history, 0.5, 0, 0.9);
        for (double alpha = 0.1; alpha < 1; alpha += 0.05) {
            for (double beta : new double[] {0, 0.01, 0.05, 0.1, 0.2, 0.3}) {
                for (double phi : new double[] {0.8, 0.9, 0.95, 0.98}) {
                    Smoothing other = new Smoothing(history, alpha, Math.min(alpha, beta), phi);
                    best = other.squares < best.squares ? other : best;
                }
            }
        }
        return best.forecast(history.length, ahead);
    }

    private static double[] fan(double middle, double spread) {
        return Arrays.stream(NORMAL).map(z -> middle + z * spread).toArray();
    }

    private static final class Smoothing {
        private final double alpha;
        private final double beta;
        private final double phi;
        private double level;
        private double trend;
        private double squares;

        Smoothing(double[] history, double alpha, double beta, double phi) {
            this.alpha = alpha;
            this.beta = beta;
            this.phi = phi;
            this.level = history[0];
            for (int i = 1; i < history.length; i++) {
                double expected = level + phi * trend;
                double error = history[i] - expected;
                squares += error * error;
                level = expected + alpha * error;
                trend = phi * trend + beta * error;
            }
        }

        double[] forecast(int n, int ahead) {
            double middle = level;
            double variance = 1;
            double damped = 0;
            for (int j = 1; j <= ahead; j++) {
                damped += Math.pow(phi, j);
                if (j < ahead) {
                    variance += Math.pow(alpha + beta * damped, 2);
                }
            }
            middle += damped * trend;
            return fan(middle, Math.sqrt(variance * squares / (n - 4)));
        }
    }
}
