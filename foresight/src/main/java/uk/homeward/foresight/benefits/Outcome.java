package uk.homeward.foresight.benefits;

/**
 * What gets better, how often in a full year, and what each is worth.
 *
 * @param target the number in a full year at the target
 * @param stretch the number in a full year at the stretch
 * @param unit what is counted, such as {@code people} or {@code days}
 * @param worth pounds for each, up to the target
 * @param furtherShare the share of that worth which each one beyond the target has, because those who gain most are
 *     reached first
 */
public record Outcome(String title, String unit, double target, double stretch, double worth, double furtherShare) {

    public Outcome {
        if (!(target >= 0) || !(stretch >= target)) {
            throw new IllegalArgumentException("the stretch (" + stretch + ") of '" + title + "' is below its target ("
                    + target + "). Maybe: swap the two");
        }
    }

    /** The number in a full year. */
    public double number(BenefitCase far) {
        return far.of(target, stretch);
    }

    /** Pounds in a full year. */
    public double worth(BenefitCase far) {
        double atTarget = target * worth;
        return far.of(atTarget, atTarget + (stretch - target) * worth * furtherShare);
    }
}
