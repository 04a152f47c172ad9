package uk.homeward.foresight.chance;

/** Another distribution with every value multiplied by {@code factor}. */
public record Scaled(Distribution inner, double factor) implements Distribution {

    public Scaled {
        Refuse.notPositive("the factor of a duration", factor);
    }

    @Override
    public double sample(Chance chance) {
        return factor * inner.sample(chance);
    }

    @Override
    public double mean() {
        return factor * inner.mean();
    }

    @Override
    public double variance() {
        return factor * factor * inner.variance();
    }

    @Override
    public double cdf(double x) {
        return inner.cdf(x / factor);
    }
}
