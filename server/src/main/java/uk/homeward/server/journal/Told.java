package uk.homeward.server.journal;

import java.util.List;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;

/** What became of a command. */
public sealed interface Told {

    /** It stands: durable, with its projections. {@code happened} is empty if the same command had been told before. */
    record Done(Journey journey, List<Recorded<JourneyEvent>> happened) implements Told {
        public Done {
            happened = List.copyOf(happened);
        }
    }

    /** A rule refused it; the refusal is kept in the journal. */
    record Refused(String code, String why) implements Told {}

    /** Somebody else changed the journey meanwhile; {@code changed} is what they did. */
    record Conflict(Journey journey, List<Recorded<JourneyEvent>> changed) implements Told {
        public Conflict {
            changed = List.copyOf(changed);
        }
    }
}
