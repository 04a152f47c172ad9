package uk.homeward.journey.matching;

import java.util.List;
import uk.homeward.journey.event.Event;

/** What the rules say to a command on a search or a package. */
public sealed interface Ruling {

    /** It is done by these events. */
    record Done(List<? extends Event> events) implements Ruling {
        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * It is not done.
     *
     * @param code a stable word for programs
     * @param why plain words for people, with what to do
     */
    record Refused(String code, String why) implements Ruling {}

    static Ruling done(Event... events) {
        return new Done(List.of(events));
    }

    static Ruling refused(String code, String why) {
        return new Refused(code, why);
    }
}
