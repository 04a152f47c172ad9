package uk.homeward.insight.statistics.chart;

/** Which way a measure should move. */
public enum Improvement {
    INCREASE(1),
    DECREASE(-1),
    /** Neither way is better. */
    NEUTRAL(0);

    private final int sign;

    Improvement(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}
