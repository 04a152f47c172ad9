package uk.homeward.foresight.chance;

/** From {@code low} to {@code high} with the peak at {@code mode}: what experts can give when data are missing. */
public record Triangular(double low, double mode, double high) implements Distribution {

    public Triangular {
        Refuse.negative("the lower end", low);
        Refuse.unordered("a triangular distribution (low to mode)", low, mode);
        Refuse.unordered("a triangular distribution (mode to high)", mode, high);
        Refuse.notPositive("the width of a triangular distribution", high - low);
    }

    @Override
    public double sample(Chance chance) {
        double u = chance.uniform();
        double left = (mode - low) / (high - low);
        return u < left
                ? low + Math.sqrt(u * (high - low) * (mode - low))
                : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
    }

    @Override
    public double mean() {
        return (low + mode + high) / 3;
    }

    @Override
    public double variance() {
        return (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18;
    }

    @Override
    public double cdf(double x) {
        if (x <= low || x >= high) {
            return x <= low ? 0 : 1;
        }
        return x <= mode
                ? (x - low) * (x - low) / ((high - low) * (mode - low))
                : 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
    }
}
