package uk.homeward.foresight.opportunity;

/** A share of cases, with Wilson's interval. */
public record Proportion(int cases, int of) {

    /** The 97.5th percentile of the standard normal distribution, for 95% intervals. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (cases < 0 || of < cases) {
            throw new IllegalArgumentException(
                    "(" + cases + ") of (" + of + ") is no share. Maybe: count the cases again");
        }
    }

    /** The share, 0 where no case was reviewed. */
    public double share() {
        return of == 0 ? 0 : cases / (double) of;
    }

    /** The lower end of the 95% interval. */
    public double low() {
        return Math.max(0, centre() - halfWidth());
    }

    /** The upper end of the 95% interval; 1 where no case was reviewed. */
    public double high() {
        return Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return of == 0 ? 0.5 : (cases + Z * Z / 2) / (of + Z * Z);
    }

    private double halfWidth() {
        return of == 0 ? 0.5 : Z / (of + Z * Z) * Math.sqrt(cases * (of - cases) / (double) of + Z * Z / 4);
    }
}
