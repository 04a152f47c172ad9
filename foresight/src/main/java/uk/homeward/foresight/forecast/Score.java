package uk.homeward.foresight.forecast;

/**
 * How good a forecast of one value was, once the value is known.
 *
 * @param crps continuous ranked probability score in the value's unit, 0 is perfect; for a forecast without doubt it is
 *     the absolute error
 * @param error median less what came: above 0 where too much was forecast
 * @param inside50 true where what came lies between the quartiles
 * @param inside90 true where it lies between the 5th and 95th percentile
 */
public record Score(double crps, double error, boolean inside50, boolean inside90) {

    /**
     * Scores percentiles 5, 10, ... 95. The CRPS is twice the mean quantile loss over these (Gneiting and Raftery 2007);
     * the two outer twentieths are not seen.
     */
    public static Score of(double[] quantiles, double came) {
        double sum = 0;
        for (int i = 0; i < quantiles.length; i++) {
            double level = (i + 1.0) / (quantiles.length + 1);
            double off = came - quantiles[i];
            sum += off >= 0 ? level * off : (level - 1) * off;
        }
        int n = quantiles.length;
        return new Score(
                2 * sum / n,
                quantiles[n / 2] - came,
                came >= quantiles[n / 4] && came <= quantiles[n - 1 - n / 4],
                came >= quantiles[0] && came <= quantiles[n - 1]);
    }
}
