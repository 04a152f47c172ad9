package uk.homeward.insight.statistics.chart;

/** The variation icons of "Making Data Count": what a change means, and which way it went. */
public enum Variation {
    COMMON_CAUSE("common_cause", "common_cause"),
    IMPROVEMENT_HIGH("special_cause_improvement", "improvement_high"),
    IMPROVEMENT_LOW("special_cause_improvement", "improvement_low"),
    CONCERN_HIGH("special_cause_concern", "concern_high"),
    CONCERN_LOW("special_cause_concern", "concern_low"),
    NEUTRAL_HIGH("special_cause_neutral_high", "neutral_high"),
    NEUTRAL_LOW("special_cause_neutral_low", "neutral_low");

    private final String pointType;
    private final String icon;

    Variation(String pointType, String icon) {
        this.pointType = pointType;
        this.icon = icon;
    }

    /** The type of a point, as "plot the dots" tools name it. */
    public String pointType() {
        return pointType;
    }

    /** The name of the icon. */
    public String icon() {
        return icon;
    }

    static Variation of(Cause cause, Improvement improvement) {
        if (!cause.special()) {
            return COMMON_CAUSE;
        }
        boolean high = cause.direction() > 0;
        if (improvement == Improvement.NEUTRAL) {
            return high ? NEUTRAL_HIGH : NEUTRAL_LOW;
        }
        if (cause.direction() == improvement.sign()) {
            return high ? IMPROVEMENT_HIGH : IMPROVEMENT_LOW;
        }
        return high ? CONCERN_HIGH : CONCERN_LOW;
    }
}
