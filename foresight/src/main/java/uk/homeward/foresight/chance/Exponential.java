package uk.homeward.foresight.chance;

/** Without memory: what remains is the same however long it has lasted. */
public record Exponential(double mean) implements Distribution {

    public Exponential {
        Refuse.notPositive("the mean of an exponential distribution", mean);
    }

    @Override
    public double sample(Chance chance) {
        return mean * chance.exponential();
    }

    @Override
    public double variance() {
        return mean * mean;
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -Math.expm1(-x / mean);
    }

    @Override
    public double remaining(double elapsed, Chance chance) {
        return sample(chance);
    }
}
