package uk.homeward.foresight.calibration;

import java.time.LocalDateTime;
import java.util.Map;

/** Somebody came for the first time, not back after an earlier journey. */
record Came(LocalDateTime at, String sender, Map<String, String> attributes) {

    Came {
        attributes = Map.copyOf(attributes);
    }
}
