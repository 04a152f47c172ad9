package uk.homeward.foresight.network;

import java.util.Map;
import java.util.Set;

/**
 * What certain people's traits, or waiting, do to a duration or to the odds of an option.
 *
 * @param when trait values that must all hold; empty means everybody
 * @param times the factor
 * @param perDayOfDelay the factor for each day that the person has waited so far (deconditioning); 1 is none
 */
public record Effect(Map<String, Set<String>> when, double times, double perDayOfDelay) {

    public Effect {
        when = Map.copyOf(when);
        if (!(times >= 0) || Double.isInfinite(times) || !(perDayOfDelay > 0) || Double.isInfinite(perDayOfDelay)) {
            throw new IllegalArgumentException("an effect cannot multiply by (" + times + ") and per day by ("
                    + perDayOfDelay + "). Maybe: write 1 for no effect");
        }
    }

    /** People with this value of a trait: times {@code factor}. */
    public static Effect of(String trait, String value, double factor) {
        return new Effect(Map.of(trait, Set.of(value)), factor, 1);
    }

    /** Everybody: times {@code factor} for each day waited. */
    public static Effect ofDelay(double factor) {
        return new Effect(Map.of(), 1, factor);
    }
}
