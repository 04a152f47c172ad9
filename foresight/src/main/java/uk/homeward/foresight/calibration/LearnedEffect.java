package uk.homeward.foresight.calibration;

/**
 * A factor by which an attribute or a day of waiting changes a duration or a share.
 *
 * @param shift the number of the shift in its list, from 0
 * @param perDay true for the factor of each day of waiting
 * @param words whom it concerns
 * @param assumed what the pathway says
 * @param people whom it concerns
 * @param why why it stays as assumed; empty where it was learned
 */
public record LearnedEffect(
        int shift, boolean perDay, String words, double assumed, int people, Between factor, String why) {

    static LearnedEffect of(Effect effect, int people, Between factor) {
        return new LearnedEffect(effect.shift(), effect.perDay(), effect.words(), effect.assumed(), people, factor, "");
    }

    static LearnedEffect kept(Effect effect, int people, String why) {
        Between assumed = new Between(effect.assumed(), Double.NaN, Double.NaN);
        return new LearnedEffect(
                effect.shift(), effect.perDay(), effect.words(), effect.assumed(), people, assumed, why);
    }

    public boolean isLearned() {
        return why.isEmpty();
    }
}
