package uk.homeward.foresight.benefits;

/**
 * How far and how fast against the plan: {@code far} is the share of the potential that is reached, {@code fast} the
 * speed, so that at 0.5 everything, the fading of older packages too, takes twice as long.
 */
public record Pace(double far, double fast) {

    public static final Pace AS_PLANNED = new Pace(1, 1);

    /** Half as far and half as fast. */
    public static final Pace HALF = new Pace(0.5, 0.5);

    public Pace {
        if (!(far > 0) || !(fast > 0) || far > 10 || fast > 10) {
            throw new IllegalArgumentException(
                    "a pace of (" + far + ", " + fast + ") is not possible. Maybe: write shares such as 0.5 and 1");
        }
    }

    double times() {
        return 1 / fast;
    }
}
