package uk.homeward.server.response;

import java.util.List;
import java.util.Optional;
import uk.homeward.server.person.Sentence;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/**
 * What a page says after a form was sent, and what was filled in where it has to be shown again.
 *
 * @param word the command that was sent; empty where none was
 * @param message plain words; empty where nothing was sent
 * @param changed what somebody else did meanwhile
 */
public record Reply(Kind kind, String word, String message, List<Sentence> changed, List<Fault> faults, Fields fields) {

    public static final Reply NONE = new Reply(Kind.NONE, "", "", List.of(), List.of(), Fields.NONE);

    public Reply {
        changed = List.copyOf(changed);
        faults = List.copyOf(faults);
    }

    /** What kind of answer it is. */
    public enum Kind {
        NONE,
        DONE,
        REFUSED,
        CONFLICT,
        FAULTY
    }

    static Reply of(String word, Outcome outcome, Fields fields) {
        return switch (outcome) {
            case Outcome.Done done ->
                new Reply(
                        Kind.DONE,
                        word,
                        done.happened().isEmpty()
                                ? "This had been recorded already."
                                : "Recorded: " + done.happened().getFirst().what(),
                        List.of(),
                        List.of(),
                        Fields.NONE);
            case Outcome.Refused refused -> new Reply(Kind.REFUSED, word, refused.why(), List.of(), List.of(), fields);
            case Outcome.Conflict conflict ->
                new Reply(
                        Kind.CONFLICT,
                        word,
                        "Nothing of yours was written. Look at what changed, then send yours again if it still fits.",
                        conflict.changed(),
                        List.of(),
                        fields);
            case Outcome.Faulty faulty ->
                new Reply(Kind.FAULTY, word, "There is a problem", List.of(), faulty.faults(), fields);
        };
    }

    /** What was filled in for a field of this command. */
    public String value(String command, String field) {
        return word.equals(command) ? fields.text(field) : "";
    }

    /** True where this value was chosen or ticked for a field of this command. */
    public boolean has(String command, String field, String value) {
        return word.equals(command) && fields.all(field).contains(value);
    }

    /** What is wrong with a field of this command; null where nothing is. */
    public @org.jspecify.annotations.Nullable String fault(String command, String field) {
        Optional<String> message = word.equals(command)
                ? faults.stream()
                        .filter(f -> f.field().equals(field))
                        .map(Fault::message)
                        .findFirst()
                : Optional.empty();
        return message.orElse(null);
    }

    /** True where the form of this command was sent and has to be shown again. */
    public boolean again(String command) {
        return word.equals(command) && kind != Kind.DONE;
    }
}
