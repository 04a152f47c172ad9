package uk.homeward.insight.statistics;

/**
 * The rate that the area would have if its age structure were that of the standard population.
 *
 * <p>Limits by Dobson's method on Byar's limits of the total count. Source: Dobson AJ and others. Confidence intervals
 * for weighted sums of Poisson parameters. Statistics in Medicine 1991. Below 10 events in all, no rate is given.
 */
public final class DirectlyStandardisedRate {

    /** Below this many events in all, the rate is not shown. */
    public static final int SUPPRESSED_BELOW = 10;

    private final double events;
    private final double rate; // per person
    private final double variance; // per person squared
    private final double per;

    private DirectlyStandardisedRate(double events, double rate, double variance, double per) {
        this.events = events;
        this.rate = rate;
        this.variance = variance;
        this.per = per;
    }

    /**
     * Standardises by bands, all three arrays in the same order. A band without people and without events adds nothing.
     *
     * @param per for how many people the rate is told, for example 100,000
     */
    public static DirectlyStandardisedRate of(double[] events, double[] population, double[] standard, double per) {
        Bands.sameLength("counts", events, "populations", population);
        Bands.sameLength("counts", events, "standard populations", standard);
        Bands.countsOf("count", events);
        Bands.countsOf("population", population);
        Bands.countsOf("standard population", standard);
        double weights = Bands.sum(standard);
        if (weights <= 0) {
            throw new UnfitData("The standard population is (0) in all bands.", "the 2013 European one was meant.");
        }
        double rate = 0;
        double variance = 0;
        for (int i = 0; i < events.length; i++) {
            if (population[i] == 0) {
                refuseEventsWithoutPeople(i, events[i]);
                continue;
            }
            double weight = standard[i] / (weights * population[i]);
            rate += weight * events[i];
            variance += weight * weight * events[i];
        }
        return new DirectlyStandardisedRate(Bands.sum(events), rate, variance, per);
    }

    private static void refuseEventsWithoutPeople(int band, double events) {
        if (events > 0) {
            throw new UnfitData(
                    "Band " + (band + 1) + " has (" + events + ") events and a population of (0).",
                    "events and population were cut by different bands or areas.");
        }
    }

    public double events() {
        return events;
    }

    /** Whether there are too few events for a rate. */
    public boolean suppressed() {
        return events < SUPPRESSED_BELOW;
    }

    /** The rate, or NaN when {@link #suppressed()}. */
    public double value() {
        return suppressed() ? Double.NaN : rate * per;
    }

    public Interval limits(Confidence confidence) {
        if (suppressed()) {
            return Interval.NONE;
        }
        Interval count = Counts.byars(events, confidence);
        double scale = Math.sqrt(variance / events);
        return new Interval(
                (rate + scale * (count.lower() - events)) * per, (rate + scale * (count.upper() - events)) * per);
    }
}
