package uk.homeward.server.response;

import java.util.List;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.web.Fault;

/** What became of something that was told on a page or by a script. */
public sealed interface Outcome {

    /** It stands; {@code happened} is empty if the same had been told before. */
    record Done(Journey journey, List<Sentence> happened) implements Outcome {
        public Done {
            happened = List.copyOf(happened);
        }
    }

    /** A rule refused it. */
    record Refused(String code, String why) implements Outcome {}

    /** Somebody changed the journey meanwhile; nothing was written. */
    record Conflict(Journey journey, List<Sentence> changed) implements Outcome {
        public Conflict {
            changed = List.copyOf(changed);
        }
    }

    /** What was filled in cannot be read; nothing was written. */
    record Faulty(List<Fault> faults) implements Outcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
