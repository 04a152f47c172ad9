package uk.homeward.journey.pathway;

import java.util.Map;
import java.util.Set;

/**
 * How an attribute of the person, or waiting, changes a share or a duration.
 *
 * @param when attribute values that must all hold, such as {@code frailty: [severe]}; empty means everybody
 * @param times the factor on the weight or duration
 * @param perDayDelayed the factor for each day that the person has waited so far (deconditioning); 1 means none
 */
public record Shift(Map<String, Set<String>> when, double times, double perDayDelayed) {

    public Shift {
        when = Map.copyOf(when);
    }
}
