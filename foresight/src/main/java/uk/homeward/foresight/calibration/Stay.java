package uk.homeward.foresight.calibration;

import java.util.Map;

/**
 * How long somebody was in something, as far as it was seen.
 *
 * @param hours until it ended or was last seen to go on
 * @param ended false where it had not ended when the window closed, or was cut short by something else (censored)
 * @param attributes of the person
 * @param delayDays how long the person had waited on this journey when it began
 */
public record Stay(double hours, boolean ended, Map<String, String> attributes, double delayDays) {

    /** A second: nothing lasts less. */
    static final double LEAST = 1 / 3600.0;

    public Stay {
        attributes = Map.copyOf(attributes);
        hours = Math.max(LEAST, hours);
    }

    Stay dividedBy(double factor) {
        return new Stay(hours / factor, ended, attributes, delayDays);
    }
}
