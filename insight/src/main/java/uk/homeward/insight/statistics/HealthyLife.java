package uk.homeward.insight.statistics;

import java.util.Arrays;

/**
 * Healthy life expectancy, and the window of need: the years between it and life expectancy, which people can expect to
 * live in ill health. Sullivan's method: the years of the life table, weighted by the share of people in good health.
 *
 * <p>Sources: Sullivan DF. A single index of mortality and morbidity. HSMHA Health Reports 1971; the variance follows
 * Jagger C and others, Health expectancy calculation by the Sullivan method, 2006 (that of the shares, weighted by years
 * lived; the part from mortality is small beside it and left out, as is usual). The term "window of need": the public
 * health report of 2018 that the place prints.
 */
public final class HealthyLife {

    private final LifeTable table;
    private final double[] inNeed; // years ahead in ill health, by band
    private final double[] variance;

    private HealthyLife(LifeTable table, double[] inNeed, double[] variance) {
        this.table = table;
        this.inNeed = inNeed;
        this.variance = variance;
    }

    /**
     * Weighs a life table by health.
     *
     * @param inGoodHealth share of each band's people in good health, from 0 to 1
     * @param asked how many people each share comes from, more than 0
     */
    public static HealthyLife of(LifeTable table, double[] inGoodHealth, double[] asked) {
        Bands.sameLength("shares in good health", inGoodHealth, "sample sizes", asked);
        checkShares(table, inGoodHealth, asked);
        double[] inNeed = new double[table.size()];
        double[] variance = new double[table.size()];
        if (table.unfit() != null) {
            Arrays.fill(inNeed, Double.NaN);
            Arrays.fill(variance, Double.NaN);
            return new HealthyLife(table, inNeed, variance);
        }
        Lives lives = table.lives();
        double years = 0;
        double squares = 0;
        for (int i = table.size() - 1; i >= 0; i--) {
            double ill = 1 - inGoodHealth[i];
            double alive = lives.alive()[i];
            double lived = lives.years()[i];
            years += lived * ill;
            squares += lived * lived * ill * (1 - ill) / asked[i];
            inNeed[i] = years / alive;
            variance[i] = squares / (alive * alive);
        }
        return new HealthyLife(table, inNeed, variance);
    }

    private static void checkShares(LifeTable table, double[] inGoodHealth, double[] asked) {
        if (inGoodHealth.length != table.size()) {
            throw new UnfitData(
                    "There are (" + inGoodHealth.length + ") shares in good health for " + table.size() + " age bands.",
                    "the survey uses wider bands; give each band the share of the one it lies in.");
        }
        for (int i = 0; i < asked.length; i++) {
            if (!(inGoodHealth[i] >= 0 && inGoodHealth[i] <= 1 && asked[i] > 0)) {
                throw new UnfitData(
                        "Band " + (i + 1) + " has a share of (" + inGoodHealth[i] + ") from (" + asked[i] + ") people.",
                        "shares are from 0 to 1, not percentages, and need at least one answer.");
            }
        }
    }

    /** Years of good health still ahead at the start of a band; NaN when the life table is unfit. */
    public double expectancy(int band) {
        return table.expectancy(band) - inNeed[band];
    }

    /** Years of ill health still ahead at the start of a band: the window of need. */
    public double windowOfNeed(int band) {
        return inNeed[band];
    }

    /** Limits of {@link #expectancy}. */
    public Interval limits(int band, Confidence confidence) {
        return around(expectancy(band), band, confidence);
    }

    /** Limits of {@link #windowOfNeed}. */
    public Interval windowLimits(int band, Confidence confidence) {
        return around(inNeed[band], band, confidence);
    }

    private Interval around(double value, int band, Confidence confidence) {
        double spread = confidence.z() * Math.sqrt(variance[band]);
        return new Interval(value - spread, value + spread);
    }
}
