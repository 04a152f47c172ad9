package uk.homeward.foresight.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person who is in the place when the run starts.
 *
 * @param step the step they are in, wait for or enter; whoever enters may name a decision
 * @param state whether they are in it, wait for it, or enter it at the start
 * @param elapsedHours how long they have been in it, or have waited for it
 * @param traits their traits by name; what is missing is drawn
 * @param delayDays how many days they have waited on this journey before
 * @param keeps the step whose place they still keep although it is done; null where they keep none
 */
public record Standing(
        String step,
        State state,
        double elapsedHours,
        Map<String, String> traits,
        double delayDays,
        @Nullable String keeps) {

    /** Where the person stands. */
    public enum State {
        ENTERING,
        IN_STEP,
        WAITING
    }

    /** Somebody who keeps no place from before. */
    public Standing(String step, State state, double elapsedHours, Map<String, String> traits, double delayDays) {
        this(step, state, elapsedHours, traits, delayDays, null);
    }

    public Standing {
        traits = Map.copyOf(traits);
        if (!(elapsedHours >= 0) || !(delayDays >= 0)) {
            throw new IllegalArgumentException("a person stands in (" + step + ") since (" + elapsedHours
                    + ") hours with (" + delayDays + ") days of delay. Maybe: give times of 0 or more");
        }
    }

    public static Standing entering(String step) {
        return new Standing(step, State.ENTERING, 0, Map.of(), 0);
    }

    public static Standing in(String step, double elapsedHours) {
        return new Standing(step, State.IN_STEP, elapsedHours, Map.of(), 0);
    }
}
