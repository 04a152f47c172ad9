package uk.homeward.foresight.calibration;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;

/** Where one open journey stands while its events are read in order. */
final class Track {

    final String person;
    final RouteId route;
    final Map<String, String> attributes;

    @Nullable
    LocalDateTime referred; // waits for an answer since

    @Nullable
    LocalDateTime ready; // waits for a step since

    @Nullable
    StepId step;

    @Nullable
    LocalDateTime started;

    @Nullable
    LocalDateTime done; // waits for a decision since

    double delayDays;
    double delayAtStart;

    Track(String person, RouteId route, Map<String, String> attributes) {
        this.person = person;
        this.route = route;
        this.attributes = attributes;
    }

    void waited(LocalDateTime until) {
        if (ready != null) {
            delayDays += Window.hours(ready, until) / 24;
            ready = null;
        }
    }
}
