package uk.homeward.foresight.chance;

/** Weibull with {@code shape} (below 1: ever less likely to end; above 1: ever more) and {@code scale}. */
public record Weibull(double shape, double scale) implements Distribution {

    public Weibull {
        Refuse.notPositive("the shape of a Weibull distribution", shape);
        Refuse.notPositive("the scale of a Weibull distribution", scale);
    }

    @Override
    public double sample(Chance chance) {
        return scale * Math.pow(chance.exponential(), 1 / shape);
    }

    @Override
    public double mean() {
        return scale * Math.exp(Special.logGamma(1 + 1 / shape));
    }

    @Override
    public double variance() {
        return scale * scale * Math.exp(Special.logGamma(1 + 2 / shape)) - mean() * mean();
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -Math.expm1(-Math.pow(x / scale, shape));
    }
}
