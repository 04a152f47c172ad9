package uk.homeward.foresight.network;

import java.util.List;

/**
 * One way on from a decision.
 *
 * @param name unique within the decision
 * @param to the step, decision or exit
 * @param share the share of people to whom no effect applies
 * @param effects multiply the odds; shares are then brought back to 1
 */
public record Option(String name, String to, double share, List<Effect> effects) {

    public Option {
        effects = List.copyOf(effects);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "the share of option (" + name + ") is (" + share + "). Maybe: write a share between 0 and 1");
        }
    }

    /** An option that is named after its target. */
    public static Option of(String to, double share, Effect... effects) {
        return new Option(to, to, share, List.of(effects));
    }
}
