package uk.homeward.insight.statistics;

/** Standard populations for direct standardisation. */
public final class StandardPopulation {

    private static final double[] EUROPE_2013 = {
        5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000
    };

    private StandardPopulation() {}

    /**
     * The 2013 European Standard Population: 19 five-year bands 0-4, 5-9, ... 85-89, 90 and over; 100,000 in all.
     *
     * <p>Source: Eurostat. Revision of the European Standard Population. 2013.
     */
    public static double[] europe2013() {
        return EUROPE_2013.clone();
    }
}
