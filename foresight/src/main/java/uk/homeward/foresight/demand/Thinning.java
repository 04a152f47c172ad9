package uk.homeward.foresight.demand;

import java.util.random.RandomGenerator;

/** How many of a number of admissions remain when each is avoided with the same chance. */
interface Thinning {

    /** The number left of {@code number} when each stays with chance {@code kept}. */
    double left(double number, double kept);

    /** The expected number, without chance. */
    static Thinning expected() {
        return (number, kept) -> number * kept;
    }

    /**
     * A binomial draw from the whole number nearest to {@code number}: exact by counting where fewer than 40 are
     * expected on either side, by the normal approximation, rounded and kept in bounds, where more are.
     */
    static Thinning binomial(RandomGenerator chance) {
        return (number, kept) -> {
            long n = Math.round(number);
            double share = Math.clamp(kept, 0, 1);
            double variance = n * share * (1 - share);
            if (variance == 0) {
                return n * share;
            }
            boolean few = n * Math.min(share, 1 - share) < 40;
            return few ? counted(n, share, chance) : approximated(n, share, variance, chance);
        };
    }

    private static double approximated(long n, double share, double variance, RandomGenerator chance) {
        return Math.clamp(Math.round(n * share + Math.sqrt(variance) * chance.nextGaussian()), 0, n);
    }

    /** Counts the rarer of the two outcomes by the waiting times between them. */
    private static double counted(long n, double share, RandomGenerator chance) {
        double rare = Math.min(share, 1 - share);
        double scale = Math.log1p(-rare);
        long count = 0;
        double at = Math.floor(Math.log1p(-chance.nextDouble()) / scale) + 1;
        while (at <= n) {
            count++;
            at += Math.floor(Math.log1p(-chance.nextDouble()) / scale) + 1;
        }
        return rare == share ? count : n - count;
    }
}
