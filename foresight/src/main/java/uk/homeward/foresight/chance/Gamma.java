package uk.homeward.foresight.chance;

/** Gamma with {@code shape} and {@code scale}; a whole shape is Erlang's distribution of that many phases. */
public record Gamma(double shape, double scale) implements Distribution {

    public Gamma {
        Refuse.notPositive("the shape of a gamma distribution", shape);
        Refuse.notPositive("the scale of a gamma distribution", scale);
    }

    /** The gamma distribution with this mean and standard deviation. */
    public static Gamma ofMean(double mean, double sd) {
        Refuse.notPositive("the mean of a gamma distribution", mean);
        Refuse.notPositive("the sd of a gamma distribution", sd);
        return new Gamma(mean * mean / (sd * sd), sd * sd / mean);
    }

    @Override
    public double sample(Chance chance) {
        return scale * chance.gamma(shape);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double variance() {
        return shape * scale * scale;
    }

    @Override
    public double cdf(double x) {
        return Special.gammaP(shape, x / scale);
    }
}
