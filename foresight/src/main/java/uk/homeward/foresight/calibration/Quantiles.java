package uk.homeward.foresight.calibration;

import uk.homeward.foresight.chance.Distribution;

/** Quantiles of a distribution, by halving. */
final class Quantiles {

    private Quantiles() {}

    static double of(Distribution d, double p) {
        double high = Math.max(Stay.LEAST, d.mean());
        while (d.cdf(high) < p && high < 1e9) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < 80; i++) {
            double middle = 0.5 * (low + high);
            if (d.cdf(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
