package uk.homeward.insight.statistics;

/**
 * How sure a two-sided interval is: 0.95 and 0.998 are the levels that English public health publishes.
 *
 * @param level from 0.9 up to, but not reaching, 1
 */
public record Confidence(double level) {

    public static final Confidence NINETY_FIVE = new Confidence(0.95);
    public static final Confidence NINETY_NINE_POINT_EIGHT = new Confidence(0.998);

    public Confidence {
        if (!(level >= 0.9 && level < 1)) {
            throw new UnfitData(
                    "The confidence is (" + level + "); it must be from 0.9 and below 1, or from 90 and below 100.",
                    "0.95 or 0.998 was meant.");
        }
    }

    /** Takes 0.95 and 95 alike. */
    public static Confidence of(double level) {
        return new Confidence(level >= 90 && level < 100 ? level / 100 : level);
    }

    /** The chance left outside both ends together. */
    public double alpha() {
        return 1 - level;
    }

    /** The normal deviate that leaves half of {@link #alpha()} above it: 1.959963985 at 95%. */
    public double z() {
        return Math.sqrt(2 * Gamma.upperQuantile(0.5, alpha()));
    }
}
