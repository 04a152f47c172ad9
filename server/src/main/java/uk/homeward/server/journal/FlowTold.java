package uk.homeward.server.journal;

import java.util.List;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.flow.Flow;

/** What became of a command on a stay. */
public sealed interface FlowTold {

    /** It stands: durable, with its projections. {@code happened} is empty if the same command had been told before. */
    record Done(Flow flow, List<Recorded<FlowEvent>> happened) implements FlowTold {
        public Done {
            happened = List.copyOf(happened);
        }
    }

    /** A rule refused it; the refusal is kept in the journal. */
    record Refused(String code, String why) implements FlowTold {}

    /** Somebody else changed the stay meanwhile; {@code changed} is what they did. */
    record Conflict(Flow flow, List<Recorded<FlowEvent>> changed) implements FlowTold {
        public Conflict {
            changed = List.copyOf(changed);
        }
    }
}
