package uk.homeward.foresight.calibration;

import java.util.List;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.OptionId;

/**
 * Which options a decision takes.
 *
 * @param made how often it was made within the window
 * @param hoursToDecide the median time from ready to decided, which the pathway language does not hold; not a number
 *     where nothing was seen
 * @param why why all of it stays as assumed; empty where it was learned
 */
public record LearnedDecision(
        DecisionId decision,
        int made,
        double hoursToDecide,
        List<LearnedOption> options,
        List<Group> groups,
        String why) {

    public LearnedDecision {
        options = List.copyOf(options);
        groups = List.copyOf(groups);
    }

    /**
     * An option.
     *
     * @param chosen how often
     * @param assumed the share in the pathway
     * @param share the share of somebody whom no shift concerns
     */
    public record LearnedOption(
            OptionId option, int chosen, double assumed, Between share, List<LearnedEffect> effects) {
        public LearnedOption {
            effects = List.copyOf(effects);
        }
    }

    /**
     * People who have one value of an attribute, and one option.
     *
     * @param people for whom it was decided
     * @param chosen for whom this option was taken
     * @param share observed
     * @param fitted what the learned shares and shifts give for the same people
     */
    public record Group(
            OptionId option, String attribute, String value, int people, int chosen, Between share, double fitted) {

        /** True where the pathway's shifts do not explain what these people get: it may lack one. */
        public boolean isUnexplained() {
            return people >= DurationFit.FEW && !share.has(fitted);
        }
    }

    public boolean isLearned() {
        return why.isEmpty();
    }
}
