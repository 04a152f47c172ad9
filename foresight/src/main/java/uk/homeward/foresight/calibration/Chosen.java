package uk.homeward.foresight.calibration;

import java.util.Map;
import uk.homeward.journey.pathway.OptionId;

/** One decision that was made for a person who had waited for {@code delayDays} on this journey. */
record Chosen(OptionId option, Map<String, String> attributes, double delayDays) {

    Chosen {
        attributes = Map.copyOf(attributes);
    }
}
