package uk.homeward.foresight.chance;

/** Student's t distribution, for confidence intervals over replications. */
public final class StudentT {

    private StudentT() {}

    /** The probability of a value up to {@code t} with {@code freedom} degrees of freedom. */
    public static double cdf(double t, double freedom) {
        double tail = 0.5 * Special.beta(freedom / 2, 0.5, freedom / (freedom + t * t));
        return t > 0 ? 1 - tail : tail;
    }

    /** The value below which the share {@code p} (0.5 to below 1) lies. */
    public static double quantile(double p, double freedom) {
        if (!(p >= 0.5 && p < 1) || !(freedom >= 1)) {
            throw new IllegalArgumentException("no Student quantile for p (" + p + ") and freedom (" + freedom
                    + "). Maybe: ask for 0.5 <= p < 1 and at least one degree of freedom");
        }
        double high = 1;
        while (cdf(high, freedom) < p) {
            high *= 2;
        }
        return Bisection.solve(0, high, t -> cdf(t, freedom) - p);
    }
}
