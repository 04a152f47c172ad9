package uk.homeward.foresight.chance;

/** Another distribution that starts later: every value is longer by {@code by}. */
public record Shifted(Distribution inner, double by) implements Distribution {

    public Shifted {
        Refuse.negative("the shift of a duration", by);
    }

    @Override
    public double sample(Chance chance) {
        return by + inner.sample(chance);
    }

    @Override
    public double mean() {
        return by + inner.mean();
    }

    @Override
    public double variance() {
        return inner.variance();
    }

    @Override
    public double cdf(double x) {
        return inner.cdf(x - by);
    }
}
