package uk.homeward.journey.capacity;

import java.util.List;
import uk.homeward.journey.event.HoldEvent;

/** What a command on a hold came to. */
public sealed interface HoldAnswer {

    /** Done by these events; none where it stood so already. */
    record Done(List<HoldEvent> events) implements HoldAnswer {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * Not done.
     *
     * @param code a stable word for programs, such as {@code no-room}
     * @param why plain words for people, with what to do
     */
    record Refused(String code, String why) implements HoldAnswer {}

    static HoldAnswer done(HoldEvent... events) {
        return new Done(List.of(events));
    }
}
