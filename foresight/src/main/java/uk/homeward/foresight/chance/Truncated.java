package uk.homeward.foresight.chance;

import java.util.function.DoubleUnaryOperator;

/** Another distribution given that its value lies between {@code low} and {@code high}. */
public record Truncated(Distribution inner, double low, double high) implements Distribution {

    public Truncated {
        Refuse.negative("the lower end of a truncated duration", low);
        Refuse.unordered("a truncated duration", low, high);
        if (!(inner.cdf(high) - inner.cdf(low) > 1e-9)) {
            throw new IllegalArgumentException("nothing of the distribution lies between (" + low + ") and (" + high
                    + "). Maybe: check the unit of the limits");
        }
    }

    @Override
    public double sample(Chance chance) {
        for (int i = 0; i < 64; i++) {
            double value = inner.sample(chance);
            if (value > low && value <= high) {
                return value;
            }
        }
        double from = inner.cdf(low);
        double target = from + chance.uniform() * (inner.cdf(high) - from);
        return Bisection.solve(low, high, x -> inner.cdf(x) - target);
    }

    @Override
    public double mean() {
        return moment(x -> x);
    }

    @Override
    public double variance() {
        double mean = mean();
        return moment(x -> (x - mean) * (x - mean));
    }

    /** The expectation of {@code f} by summing over 20,000 equal slices of probability. */
    private double moment(DoubleUnaryOperator f) {
        int slices = 20_000;
        double top = Math.min(high, 1e9);
        double sum = 0;
        double before = inner.cdf(low);
        double total = inner.cdf(top) - before;
        double reach = Math.min(top - low, 60 * (inner.mean() + Math.sqrt(inner.variance())));
        for (int i = 1; i <= slices; i++) {
            double right = low + reach * Math.pow((double) i / slices, 2);
            double left = low + reach * Math.pow((double) (i - 1) / slices, 2);
            double here = inner.cdf(right);
            sum += (here - before) * f.applyAsDouble(0.5 * (left + right));
            before = here;
        }
        return sum / total;
    }

    @Override
    public double cdf(double x) {
        if (x <= low || x >= high) {
            return x <= low ? 0 : 1;
        }
        double from = inner.cdf(low);
        return (inner.cdf(x) - from) / (inner.cdf(high) - from);
    }
}
