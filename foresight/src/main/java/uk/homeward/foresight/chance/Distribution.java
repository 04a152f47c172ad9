package uk.homeward.foresight.chance;

/**
 * How long something lasts, as chance: a distribution over non-negative numbers (hours, unless its user says
 * otherwise). Constructors refuse impossible parameters, so an instance can always be sampled.
 */
public sealed interface Distribution
        permits Fixed,
                Uniform,
                Triangular,
                Exponential,
                LogNormal,
                Gamma,
                Weibull,
                PhaseType,
                Empirical,
                Mixture,
                Scaled,
                Shifted,
                Truncated {

    /** One draw from the stream at which {@code chance} stands. */
    double sample(Chance chance);

    /** The expected value. */
    double mean();

    /** The variance. */
    double variance();

    /** The probability of a value up to {@code x}. */
    double cdf(double x);

    /**
     * How much longer it lasts when it has already lasted {@code elapsed}: a draw from the distribution given that it
     * is greater. Where the distribution holds nothing beyond {@code elapsed}, what remains is 0.
     */
    default double remaining(double elapsed, Chance chance) {
        for (int i = 0; i < 32; i++) {
            double value = sample(chance);
            if (value > elapsed) {
                return value - elapsed;
            }
        }
        double below = cdf(elapsed);
        if (below >= 1 - 1e-12) {
            return 0;
        }
        double target = below + chance.uniform() * (1 - below);
        double high = Math.max(1e-9, 2 * Math.max(elapsed, mean()));
        while (cdf(high) < target && high < 1e12) {
            high *= 2;
        }
        return Math.max(0, Bisection.solve(elapsed, high, x -> cdf(x) - target) - elapsed);
    }

    /** This distribution with every value multiplied by {@code factor}. */
    default Distribution times(double factor) {
        return factor == 1 ? this : new Scaled(this, factor);
    }
}
