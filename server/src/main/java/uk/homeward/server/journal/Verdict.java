package uk.homeward.server.journal;

import java.util.List;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Refusal;

/** What the rules say to a command on a subject of the {@link Ledger}. */
public sealed interface Verdict {

    /** It is done by these events; none if nothing changes. */
    record Done(List<? extends Event> events) implements Verdict {

        public Done {
            events = List.copyOf(events);
        }
    }

    /**
     * It is not done.
     *
     * @param kept the event that says so; it implements {@link Refusal}
     */
    record Refused(Event kept) implements Verdict {

        public Refused {
            if (!(kept instanceof Refusal)) {
                throw new IllegalArgumentException("(" + kept.type() + ") is kept as a refusal and is none");
            }
        }
    }

    static Verdict done(Event... events) {
        return new Done(List.of(events));
    }
}
