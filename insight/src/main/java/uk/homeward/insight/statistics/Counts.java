package uk.homeward.insight.statistics;

/**
 * Limits around a count of events that are taken to be Poisson.
 *
 * <p>Source: Breslow NE, Day NE. Statistical methods in cancer research II. IARC, 1987 (Byar's approximation);
 * Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936 (exact). Convention of English public
 * health: exact below 10 events, Byar from 10 on.
 */
public final class Counts {

    /** Below this many events the exact limits are used. */
    public static final int EXACT_BELOW = 10;

    /** Which formula gave the limits. */
    public enum Method {
        EXACT("Exact"),
        BYARS("Byars");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /** The name as published tables print it. */
        public String label() {
            return label;
        }
    }

    private Counts() {}

    /** Exact below {@value #EXACT_BELOW} events, Byar's otherwise. */
    public static Interval limits(double events, Confidence confidence) {
        return switch (methodFor(events)) {
            case EXACT -> exact(events, confidence);
            case BYARS -> byars(events, confidence);
        };
    }

    public static Method methodFor(double events) {
        return events < EXACT_BELOW ? Method.EXACT : Method.BYARS;
    }

    /** Byar's approximation. Where it would fall below zero (very few events) there is no lower limit: NaN. */
    public static Interval byars(double events, Confidence confidence) {
        Bands.count("number of events", events);
        double z = confidence.z();
        double lower = events * cube(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events)));
        double next = events + 1;
        double upper = next * cube(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)));
        return new Interval(lower < 0 ? Double.NaN : lower, upper);
    }

    /** Exact limits, by the link between Poisson sums and the gamma distribution. */
    public static Interval exact(double events, Confidence confidence) {
        Bands.count("number of events", events);
        double tail = confidence.alpha() / 2;
        double lower = events == 0 ? 0 : Gamma.lowerQuantile(events, tail);
        return new Interval(lower, Gamma.upperQuantile(events + 1, tail));
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
