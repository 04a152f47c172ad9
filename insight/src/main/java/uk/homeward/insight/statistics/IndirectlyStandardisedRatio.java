package uk.homeward.insight.statistics;

/**
 * Events observed against those expected if each band had the reference's rate; 1 means as many as expected.
 *
 * <p>Limits are those of the observed count (exact below 10, Byar's from 10 on) over the expected count. Source:
 * Breslow and Day 1987.
 *
 * @param observed events that happened
 * @param expected events that the reference rates would give
 */
public record IndirectlyStandardisedRatio(double observed, double expected) {

    public IndirectlyStandardisedRatio {
        Bands.count("number of observed events", observed);
        Bands.count("number of expected events", expected);
    }

    /** Sums events, and expects from the reference; all four arrays in the same order of bands. */
    public static IndirectlyStandardisedRatio of(
            double[] events, double[] population, double[] referenceEvents, double[] referencePopulation) {
        Bands.sameLength("counts", events, "populations", population);
        Bands.sameLength("counts", events, "reference counts", referenceEvents);
        Bands.sameLength("counts", events, "reference populations", referencePopulation);
        Bands.countsOf("count", events);
        Bands.countsOf("population", population);
        Bands.countsOf("reference count", referenceEvents);
        Bands.countsOf("reference population", referencePopulation);
        double expected = 0;
        for (int i = 0; i < events.length; i++) {
            expected += population[i] == 0 ? 0 : population[i] * referenceRate(i, referenceEvents, referencePopulation);
        }
        return new IndirectlyStandardisedRatio(Bands.sum(events), expected);
    }

    private static double referenceRate(int band, double[] events, double[] population) {
        if (population[band] == 0) {
            throw new UnfitData(
                    "The reference population of band " + (band + 1) + " is (0), yet people live in that band.",
                    "take a larger reference area, or wider bands.");
        }
        return events[band] / population[band];
    }

    /** Observed over expected; NaN when nothing was expected. */
    public double value() {
        return expected == 0 ? Double.NaN : observed / expected;
    }

    public Interval limits(Confidence confidence) {
        return expected == 0
                ? Interval.NONE
                : Counts.limits(observed, confidence).times(1 / expected);
    }

    public Counts.Method method() {
        return Counts.methodFor(observed);
    }
}
