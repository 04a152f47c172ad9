package uk.homeward.insight.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Life expectancy at the start of each age band, from one period's deaths and population.
 *
 * <p>Sources: Chiang CL. The life table and its applications. 1984 (method II: nobody's dying is assumed earlier or
 * later in a band than halfway, but in the first year of life at a tenth of it); Silcocks PBS and others. Life
 * expectancy as a summary of mortality in a population. J Epidemiol Community Health 2001 (the variance includes that
 * of the open last band). English public health gives none for a total population of 5,000 or fewer.
 */
public final class LifeTable {

    /** At this total population or below, nothing is shown. */
    public static final int SUPPRESSED_UP_TO = 5000;

    private final int[] startAges;
    private final double[] expectancy;
    private final double[] variance;
    private final Lives lives;
    private final @Nullable String unfit;

    private LifeTable(int[] startAges, double[] expectancy, double[] variance, Lives lives, @Nullable String unfit) {
        this.startAges = startAges;
        this.expectancy = expectancy;
        this.variance = variance;
        this.lives = lives;
        this.unfit = unfit;
    }

    /**
     * The table for these bands, which must rise without a gap: 0, 1, 5, 10, ... to an open last one.
     *
     * @param startAges the first year of age of each band; the last band is open
     * @param population person-years lived, or the mid-year population, of each band
     */
    public static LifeTable of(int[] startAges, double[] population, double[] deaths) {
        AgeBands.check(startAges);
        Bands.sameLength("populations", population, "deaths", deaths);
        AgeBands.checkCount(startAges, population);
        Bands.countsOf("population", population);
        Bands.countsOf("number of deaths", deaths);
        String unfit = reasonAgainst(startAges, population, deaths);
        if (unfit != null) {
            double[] none = new double[startAges.length];
            Arrays.fill(none, Double.NaN);
            return new LifeTable(startAges.clone(), none, none, Lives.NONE, unfit);
        }
        Lives lives = Lives.of(startAges, population, deaths);
        double[] expectancy = lives.expectancy();
        return new LifeTable(startAges.clone(), expectancy, lives.variance(deaths, expectancy), lives, null);
    }

    private static @Nullable String reasonAgainst(int[] startAges, double[] population, double[] deaths) {
        if (Bands.sum(population) <= SUPPRESSED_UP_TO) {
            return "The population is " + SUPPRESSED_UP_TO + " or fewer: life expectancy would mostly tell chance.";
        }
        int last = startAges.length - 1;
        for (int i = 0; i <= last; i++) {
            if (population[i] == 0) {
                return "Nobody lives in the age band from " + startAges[i] + ".";
            }
            if (deaths[i] > population[i]) {
                return "More people died in the age band from " + startAges[i] + " than lived in it.";
            }
            if (i < last && Lives.dying(startAges, i, deaths[i] / population[i]) >= 1) {
                return "Nobody would outlive the age band from " + startAges[i] + ".";
            }
        }
        return deaths[last] == 0 ? "Nobody died in the open last age band, so its length is unknown." : null;
    }

    /** How many age bands there are. */
    public int size() {
        return startAges.length;
    }

    /** The first year of age of a band. */
    public int startAge(int band) {
        return startAges[band];
    }

    /** Why there is no life expectancy, in words; null when there is one. */
    public @Nullable String unfit() {
        return unfit;
    }

    /** Years still to live, on average, at the start of a band; NaN when {@link #unfit()} says why. */
    public double expectancy(int band) {
        return expectancy[band];
    }

    public Interval limits(int band, Confidence confidence) {
        double spread = confidence.z() * Math.sqrt(variance[band]);
        return new Interval(expectancy[band] - spread, expectancy[band] + spread);
    }

    Lives lives() {
        return lives;
    }
}
