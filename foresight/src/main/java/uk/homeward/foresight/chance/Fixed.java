package uk.homeward.foresight.chance;

/** Always the same value. */
public record Fixed(double value) implements Distribution {

    public Fixed {
        Refuse.negative("a fixed duration", value);
    }

    @Override
    public double sample(Chance chance) {
        return value;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double variance() {
        return 0;
    }

    @Override
    public double cdf(double x) {
        return x >= value ? 1 : 0;
    }
}
