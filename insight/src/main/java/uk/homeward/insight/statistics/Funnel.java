package uk.homeward.insight.statistics;

/**
 * Control limits of a funnel plot: how far chance alone takes places of a given size from the common value. Limits are
 * drawn at 95% and 99.8%.
 *
 * <p>Source: Spiegelhalter DJ. Funnel plots for comparing institutional performance. Statistics in Medicine 2005. For
 * rates and ratios the limits are the exact Poisson ones, smoothed by the gamma distribution, so that a place lies beyond
 * a limit exactly when its own exact interval misses the common value. For shares they are the score limits, likewise
 * with Wilson's interval.
 */
public final class Funnel {

    /** Where a place lies. */
    public enum Position {
        /** Beyond the lower 99.8% limit. */
        VERY_LOW,
        /** Between the lower 99.8% and 95% limits. */
        LOW,
        /** As chance explains. */
        WITHIN,
        /** Between the upper 95% and 99.8% limits. */
        HIGH,
        /** Beyond the upper 99.8% limit. */
        VERY_HIGH
    }

    /** The limits at one size, in the unit of the plotted value. */
    public record Limits(Interval warning, Interval alarm) {

        /** Where a value at this size lies; on a limit is within it. */
        public Position position(double value) {
            if (value < alarm.lower()) {
                return Position.VERY_LOW;
            }
            if (value > alarm.upper()) {
                return Position.VERY_HIGH;
            }
            if (value < warning.lower()) {
                return Position.LOW;
            }
            return value > warning.upper() ? Position.HIGH : Position.WITHIN;
        }
    }

    private Funnel() {}

    /**
     * For shares.
     *
     * @param common the share that all have in common, from 0 to 1
     * @param denominator how many the place's share is of, more than 0
     */
    public static Limits share(double common, double denominator) {
        if (!(common >= 0 && common <= 1)) {
            throw new UnfitData("The common share is (" + common + ").", "divide a percentage by 100.");
        }
        checkSize("denominator", denominator);
        return new Limits(
                shareLimits(common, denominator, Confidence.NINETY_FIVE),
                shareLimits(common, denominator, Confidence.NINETY_NINE_POINT_EIGHT));
    }

    /**
     * For rates.
     *
     * @param common the rate that all have in common, in the unit of {@code per}
     * @param population of the place, more than 0
     * @param per for how many people the rate is told
     */
    public static Limits rate(double common, double population, double per) {
        Bands.count("common rate", common);
        checkSize("population", population);
        checkSize("multiplier", per);
        return poisson(common * population / per, per / population);
    }

    /**
     * For indirectly standardised ratios, around 1.
     *
     * @param expected events of the place, more than 0
     */
    public static Limits ratio(double expected) {
        checkSize("number of expected events", expected);
        return poisson(expected, 1 / expected);
    }

    private static void checkSize(String what, double size) {
        if (!Double.isFinite(size) || size <= 0) {
            throw new UnfitData("The " + what + " is (" + size + ").", "leave the place out of the plot.");
        }
    }

    private static Interval shareLimits(double common, double denominator, Confidence confidence) {
        double spread = confidence.z() * Math.sqrt(common * (1 - common) / denominator);
        return new Interval(Math.max(0, common - spread), Math.min(1, common + spread));
    }

    private static Limits poisson(double expected, double scale) {
        return new Limits(
                countLimits(expected, Confidence.NINETY_FIVE).times(scale),
                countLimits(expected, Confidence.NINETY_NINE_POINT_EIGHT).times(scale));
    }

    /** The counts whose exact intervals just touch the expected one. */
    private static Interval countLimits(double expected, Confidence confidence) {
        if (expected == 0) {
            return new Interval(0, 0);
        }
        double tail = confidence.alpha() / 2;
        double most = 4 * expected + 100;
        double upper = Gamma.rootOf(count -> tail - Gamma.lower(count, expected), Double.MIN_NORMAL, most);
        double lower = Gamma.upper(1, expected) > tail
                ? 0
                : Gamma.rootOf(count -> Gamma.upper(count + 1, expected) - tail, 0, most);
        return new Interval(lower, upper);
    }
}
