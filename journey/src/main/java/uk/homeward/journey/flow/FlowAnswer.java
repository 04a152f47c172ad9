package uk.homeward.journey.flow;

import java.util.List;
import uk.homeward.journey.event.FlowEvent;

/** What a command on a stay came to. */
public sealed interface FlowAnswer {

    record Done(List<FlowEvent> events) implements FlowAnswer {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * Not done.
     *
     * @param code a stable word for programs, such as {@code reason-missing}
     * @param why plain words for people, with what to do
     */
    record Refused(String code, String why) implements FlowAnswer {}
}
