package uk.homeward.journey.person;

/** The bands of the electronic frailty index: fit to 0.12, mild to 0.24, moderate to 0.36, severe above. */
public enum FrailtyBand {
    FIT,
    MILD,
    MODERATE,
    SEVERE;

    private static final double[] UPPER = {0.12, 0.24, 0.36};

    /** The band of an index between 0 and 1. */
    public static FrailtyBand ofIndex(double index) {
        if (!(index >= 0 && index <= 1)) {
            throw new IllegalArgumentException("a frailty index lies between 0 and 1 (" + index
                    + "). Maybe: deficits found over deficits counted");
        }
        int band = 0;
        while (band < UPPER.length && index > UPPER[band]) {
            band++;
        }
        return values()[band];
    }

    /** The band beside a clinical frailty value from 1 to 9: to 3 fit, 4 and 5 mild (vulnerable counts as mild), 6 moderate. */
    public static FrailtyBand ofClinical(int value) {
        if (value <= 3) {
            return FIT;
        }
        return value <= 5 ? MILD : value == 6 ? MODERATE : SEVERE;
    }
}
