package uk.homeward.server.hospital;

import java.util.List;
import uk.homeward.journey.flow.Flow;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.response.Reply;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/** What became of something that was said of a stay, on a page or by a script. */
sealed interface StayOutcome {

    /** It stands; {@code happened} is empty if the same had been told before. */
    record Done(Flow flow, List<Sentence> happened) implements StayOutcome {
        public Done {
            happened = List.copyOf(happened);
        }
    }

    /** A rule refused it. */
    record Refused(String code, String why) implements StayOutcome {}

    /** Somebody changed the stay meanwhile; nothing was written. */
    record Conflict(Flow flow, List<Sentence> changed) implements StayOutcome {
        public Conflict {
            changed = List.copyOf(changed);
        }
    }

    /** What was filled in cannot be read; nothing was written. */
    record Faulty(List<Fault> faults) implements StayOutcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** What the page says about it. */
    default Reply reply(String word, Fields fields) {
        return switch (this) {
            case Done done ->
                new Reply(
                        Reply.Kind.DONE,
                        word,
                        done.happened().isEmpty()
                                ? "This had been recorded already."
                                : "Recorded: " + done.happened().getFirst().what(),
                        List.of(),
                        List.of(),
                        Fields.NONE);
            case Refused refused -> new Reply(Reply.Kind.REFUSED, word, refused.why(), List.of(), List.of(), fields);
            case Conflict conflict ->
                new Reply(
                        Reply.Kind.CONFLICT,
                        word,
                        "Nothing of yours was written. Look at what changed, then send yours again if it still fits.",
                        conflict.changed(),
                        List.of(),
                        fields);
            case Faulty faulty ->
                new Reply(Reply.Kind.FAULTY, word, "There is a problem", List.of(), faulty.faults(), fields);
        };
    }
}
