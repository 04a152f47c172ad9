package uk.homeward.insight.statistics.chart;

/** What a point tells: chance alone, or the first rule in order of precedence that it meets, and which way. */
public enum Cause {
    COMMON("Common Cause", 0, "moves within what chance alone explains"),
    ABOVE_LIMIT("Above UCL", 1, "lies above the upper process limit"),
    BELOW_LIMIT("Below LCL", -1, "lies below the lower process limit"),
    RISING("7 Point Trend (Increasing)", 1, "belongs to seven or more points that rose one after another"),
    FALLING("7 Point Trend (Decreasing)", -1, "belongs to seven or more points that fell one after another"),
    NEAR_UPPER("2 in 3 Above CL", 1, "is one of two in three points close to the upper process limit"),
    NEAR_LOWER("2 in 3 Below CL", -1, "is one of two in three points close to the lower process limit"),
    RUN_ABOVE("7 Points Above CL", 1, "belongs to seven or more points in a row above the mean"),
    RUN_BELOW("7 Points Below CL", -1, "belongs to seven or more points in a row below the mean");

    private final String label;
    private final int direction;
    private final String words;

    Cause(String label, int direction, String words) {
        this.label = label;
        this.direction = direction;
        this.words = words;
    }

    /** The name that analysts know from "plot the dots" tools. */
    public String label() {
        return label;
    }

    /** 1 upwards, -1 downwards, 0 neither. */
    public int direction() {
        return direction;
    }

    /** The end of a sentence that starts with the date or the value. */
    public String words() {
        return words;
    }

    public boolean special() {
        return this != COMMON;
    }
}
