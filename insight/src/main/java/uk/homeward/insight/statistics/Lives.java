package uk.homeward.insight.statistics;

/** The columns of a life table: who is alive at the start of each band, and the years lived in it. */
record Lives(double[] dying, double[] alive, double[] years, double[] widths, double[] shares, double lastRate) {

    static final Lives NONE = new Lives(new double[0], new double[0], new double[0], new double[0], new double[0], 0);

    private static final double SHARE_OF_FIRST_YEAR = 0.1; // Chiang: infants who die live a tenth of their first year
    private static final double SHARE_OF_BAND = 0.5;

    /** Chiang's conditional chance of dying within a closed band, from its death rate. */
    static double dying(int[] startAges, int band, double rate) {
        double width = startAges[band + 1] - startAges[band];
        return width * rate / (1 + width * (1 - share(startAges, band)) * rate);
    }

    private static double share(int[] startAges, int band) {
        return band == 0 && startAges[1] == 1 ? SHARE_OF_FIRST_YEAR : SHARE_OF_BAND;
    }

    static Lives of(int[] startAges, double[] population, double[] deaths) {
        int last = startAges.length - 1;
        double[] dying = new double[last + 1];
        double[] alive = new double[last + 1];
        double[] years = new double[last + 1];
        double[] widths = new double[last];
        double[] shares = new double[last];
        alive[0] = 1;
        for (int i = 0; i < last; i++) {
            widths[i] = startAges[i + 1] - startAges[i];
            shares[i] = share(startAges, i);
            dying[i] = dying(startAges, i, deaths[i] / population[i]);
            alive[i + 1] = alive[i] * (1 - dying[i]);
            years[i] = widths[i] * (alive[i + 1] + shares[i] * (alive[i] - alive[i + 1]));
        }
        double lastRate = deaths[last] / population[last];
        dying[last] = 1;
        years[last] = alive[last] / lastRate;
        return new Lives(dying, alive, years, widths, shares, lastRate);
    }

    double[] expectancy() {
        double[] expectancy = new double[alive.length];
        double ahead = 0;
        for (int i = alive.length - 1; i >= 0; i--) {
            ahead += years[i];
            expectancy[i] = ahead / alive[i];
        }
        return expectancy;
    }

    /** Silcocks: the delta method over closed bands, and for the open one the variance of the mean of its years. */
    double[] variance(double[] deaths, double[] expectancy) {
        int last = alive.length - 1;
        double[] variance = new double[last + 1];
        double ahead = alive[last] * alive[last] / (deaths[last] * lastRate * lastRate);
        variance[last] = ahead / (alive[last] * alive[last]);
        for (int i = last - 1; i >= 0; i--) {
            if (deaths[i] > 0) {
                double gain = alive[i] * ((1 - shares[i]) * widths[i] + expectancy[i + 1]);
                ahead += gain * gain * dying[i] * dying[i] * (1 - dying[i]) / deaths[i];
            }
            variance[i] = ahead / (alive[i] * alive[i]);
        }
        return variance;
    }
}
