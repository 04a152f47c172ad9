package uk.homeward.foresight.chance;

/** Every value between {@code low} and {@code high} alike. */
public record Uniform(double low, double high) implements Distribution {

    public Uniform {
        Refuse.negative("the lower end", low);
        Refuse.negative("the upper end", high);
        Refuse.unordered("a uniform distribution", low, high);
    }

    @Override
    public double sample(Chance chance) {
        return low + (high - low) * chance.uniform();
    }

    @Override
    public double mean() {
        return 0.5 * (low + high);
    }

    @Override
    public double variance() {
        return (high - low) * (high - low) / 12;
    }

    @Override
    public double cdf(double x) {
        return x >= high ? 1 : x <= low ? 0 : (x - low) / (high - low);
    }
}
