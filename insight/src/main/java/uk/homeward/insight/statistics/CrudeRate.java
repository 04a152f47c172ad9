package uk.homeward.insight.statistics;

/**
 * Events for so many people: exact Poisson limits below 10 events, Byar's from 10 on.
 *
 * @param events zero or more
 * @param population person-time at risk, more than zero
 * @param per for how many people the rate is told, for example 100,000
 */
public record CrudeRate(double events, double population, double per) {

    public CrudeRate {
        Bands.count("number of events", events);
        if (!Double.isFinite(population) || population <= 0) {
            throw new UnfitData(
                    "The population is (" + population + "); a rate needs more than zero.",
                    "the area or age band has no residents: leave it out.");
        }
        if (!Double.isFinite(per) || per <= 0) {
            throw new UnfitData("The multiplier is (" + per + ").", "100000 was meant.");
        }
    }

    public double value() {
        return events / population * per;
    }

    public Interval limits(Confidence confidence) {
        return Counts.limits(events, confidence).times(per / population);
    }

    public Counts.Method method() {
        return Counts.methodFor(events);
    }
}
