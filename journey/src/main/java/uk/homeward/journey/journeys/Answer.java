package uk.homeward.journey.journeys;

import java.util.List;
import uk.homeward.journey.event.JourneyEvent;

/** What a command came to: events that now stand, or a refusal that says why. */
public sealed interface Answer {

    record Done(List<JourneyEvent> events) implements Answer {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * Not done.
     *
     * @param code a stable word for programs, such as {@code wish-missing}
     * @param why plain words for people, with what to do
     */
    record Refused(String code, String why) implements Answer {}
}
