package uk.homeward.insight.statistics;

/**
 * A lower and an upper limit in the unit of the statistic. NaN means that the method gives no such limit; a page then
 * says "not available" and never zero.
 */
public record Interval(double lower, double upper) {

    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** Both limits, multiplied by {@code factor}. */
    public Interval times(double factor) {
        return new Interval(lower * factor, upper * factor);
    }
}
