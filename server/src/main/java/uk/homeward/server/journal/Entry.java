package uk.homeward.server.journal;

import java.util.List;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;

/** What became of a command that was told to the {@link Ledger}. */
public sealed interface Entry {

    /** Durable. {@code happened} is empty where nothing changed, or where the same key had been told before. */
    record Done(List<Recorded<Event>> happened) implements Entry {

        public Done {
            happened = List.copyOf(happened);
        }
    }

    /** Refused, and kept that it was. */
    record Refused(String code, String why) implements Entry {}
}
