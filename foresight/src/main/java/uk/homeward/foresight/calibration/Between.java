package uk.homeward.foresight.calibration;

/** A learned number with its 95% interval. */
public record Between(double value, double low, double high) {

    static final double Z = 1.959963984540054;

    static Between normal(double value, double error) {
        return new Between(value, value - Z * error, value + Z * error);
    }

    /** For what is positive: an interval that is even on the scale of its logarithm. */
    static Between positive(double value, double errorOfLog) {
        double factor = Math.exp(Z * errorOfLog);
        return new Between(value, value / factor, value * factor);
    }

    /** Wilson's interval of a share. */
    static Between share(double count, double of) {
        if (of <= 0) {
            return new Between(Double.NaN, 0, 1);
        }
        double p = count / of;
        double z2 = Z * Z / of;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / of + z2 / (4 * of));
        return new Between(p, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    public boolean has(double x) {
        return x >= low && x <= high;
    }
}
