package uk.homeward.foresight.benefits;

/**
 * How an improvement grows: nothing until {@code begins}, then evenly up to the target level at {@code reaches}, and
 * that level ever after. Both are months after the start of the programme and may have fractions.
 */
public record Ramp(double begins, double reaches) {

    public Ramp {
        if (!(begins >= 0) || !(reaches > begins) || !Double.isFinite(reaches)) {
            throw new IllegalArgumentException("a ramp from month (" + begins + ") to month (" + reaches
                    + ") cannot grow. Maybe: begin at 0 or later and reach the target after that");
        }
    }

    /** The mean level, from 0 to 1, over one month; month 1 is the first of the programme. */
    public double meanIn(int month) {
        return area(month) - area(month - 1.0);
    }

    /** The same ramp when everything takes {@code times} as long. */
    Ramp slowed(double times) {
        return new Ramp(begins * times, reaches * times);
    }

    /** The integral of the level from the start to {@code month}. */
    private double area(double month) {
        double since = Math.max(0, month - begins);
        double growing = reaches - begins;
        return since <= growing ? since * since / (2 * growing) : since - growing / 2;
    }
}
