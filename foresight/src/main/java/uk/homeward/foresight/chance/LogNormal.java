package uk.homeward.foresight.chance;

/**
 * The logarithm is normal with mean {@code mu} and standard deviation {@code sigma}: the usual shape of lengths of stay.
 * Analysts mostly know mean and standard deviation, or the median: see the two makers.
 */
public record LogNormal(double mu, double sigma) implements Distribution {

    public LogNormal {
        if (!Double.isFinite(mu)) {
            throw new IllegalArgumentException("mu must be finite (" + mu + "). Maybe: give mean and sd instead");
        }
        Refuse.negative("sigma", sigma);
    }

    /** The lognormal with this mean and standard deviation. */
    public static LogNormal ofMean(double mean, double sd) {
        Refuse.notPositive("the mean of a lognormal distribution", mean);
        Refuse.negative("the sd of a lognormal distribution", sd);
        double variance = Math.log1p(sd * sd / (mean * mean));
        return new LogNormal(Math.log(mean) - 0.5 * variance, Math.sqrt(variance));
    }

    /** The lognormal with this median and mean; the mean must not be below the median. */
    public static LogNormal ofMedian(double median, double mean) {
        Refuse.notPositive("the median of a lognormal distribution", median);
        Refuse.unordered("a lognormal distribution (median to mean)", median, mean);
        return new LogNormal(Math.log(median), Math.sqrt(2 * Math.log(mean / median)));
    }

    @Override
    public double sample(Chance chance) {
        return Math.exp(mu + sigma * chance.normal());
    }

    @Override
    public double mean() {
        return Math.exp(mu + 0.5 * sigma * sigma);
    }

    @Override
    public double variance() {
        return Math.expm1(sigma * sigma) * Math.exp(2 * mu + sigma * sigma);
    }

    @Override
    public double cdf(double x) {
        if (sigma == 0) {
            return x >= Math.exp(mu) ? 1 : 0;
        }
        return x <= 0 ? 0 : Special.normalCdf((Math.log(x) - mu) / sigma);
    }
}
