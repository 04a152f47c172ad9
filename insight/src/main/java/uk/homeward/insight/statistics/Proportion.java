package uk.homeward.insight.statistics;

/**
 * A share with Wilson's limits.
 *
 * <p>Source: Wilson EB. Probable inference, the law of succession, and statistical inference. JASA 1927; Newcombe RG.
 * Statistics in Medicine 1998.
 *
 * @param count those with the property, from 0 to {@code of}
 * @param of all, more than 0
 */
public record Proportion(double count, double of) {

    public Proportion {
        Bands.count("numerator", count);
        if (!Double.isFinite(of) || of <= 0) {
            throw new UnfitData(
                    "The denominator is (" + of + "); a share needs more than zero.",
                    "nobody was in scope: say so instead of showing a share.");
        }
        if (count > of) {
            throw new UnfitData(
                    "The numerator (" + count + ") is above the denominator (" + of + ").",
                    "they were swapped, or are counted over different periods.");
        }
    }

    /** The share, from 0 to 1. */
    public double value() {
        return count / of;
    }

    /** Wilson's score limits, within 0 and 1. */
    public Interval limits(Confidence confidence) {
        double z = confidence.z();
        double z2 = z * z;
        double middle = 2 * count + z2;
        double spread = z * Math.sqrt(z2 + 4 * count * (1 - count / of));
        double scale = 2 * (of + z2);
        double lower = count == 0 ? 0 : (middle - spread) / scale;
        double upper = count == of ? 1 : (middle + spread) / scale;
        return new Interval(Math.max(0, lower), Math.min(1, upper));
    }
}
