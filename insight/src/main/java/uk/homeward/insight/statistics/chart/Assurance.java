package uk.homeward.insight.statistics.chart;

import org.jspecify.annotations.Nullable;

/** The assurance icons: whether the process, as it runs, can be relied upon to meet its target. */
public enum Assurance {
    /** The target lies outside the limits on the good side: it will be met. */
    CONSISTENT_PASS("consistent_pass"),
    /** The target lies outside the limits on the bad side: it will be missed unless the process is changed. */
    CONSISTENT_FAIL("consistent_fail"),
    /** The target lies within the limits, or there are none: hit and miss. */
    INCONSISTENT("inconsistent");

    private final String label;

    Assurance(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Compares target and limits (NaN: none); null when there is no target, or neither way is better. */
    static @Nullable Assurance of(Improvement improvement, double lower, double upper, @Nullable Double target) {
        if (target == null || improvement == Improvement.NEUTRAL) {
            return null;
        }
        boolean increase = improvement == Improvement.INCREASE;
        if (target > upper) {
            return increase ? CONSISTENT_FAIL : CONSISTENT_PASS;
        }
        if (target < lower) {
            return increase ? CONSISTENT_PASS : CONSISTENT_FAIL;
        }
        return INCONSISTENT;
    }
}
