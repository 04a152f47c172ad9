package uk.homeward.server.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/**
 * What a page says after a form was sent, and what was filled in where it is shown again.
 *
 * @param command the word of the form; empty where none was sent
 * @param message plain words; empty where nothing was sent
 * @param changed what somebody else did meanwhile
 */
public record Reply(
        String command, String title, String message, List<String> changed, List<Fault> faults, Fields fields) {

    static final Reply NONE = new Reply("", "", "", List.of(), List.of(), Fields.NONE);

    public Reply {
        changed = List.copyOf(changed);
        faults = List.copyOf(faults);
    }

    static Reply faulty(String command, List<Fault> faults, Fields fields) {
        return new Reply(command, "There is a problem", "", List.of(), faults, fields);
    }

    static Reply refused(String command, String why, Fields fields) {
        return new Reply(command, "This was not recorded", why, List.of(), List.of(), fields);
    }

    static Reply conflict(String command, List<String> changed, Fields fields) {
        return new Reply(
                command,
                "Somebody changed this while you looked",
                "Nothing of yours was written. Look at what changed, then send yours again if it still fits.",
                changed,
                List.of(),
                fields);
    }

    /** True where there is something to say. */
    public boolean speaks() {
        return !title.isEmpty();
    }

    /** What was filled in for a field of this form, or what stands otherwise. */
    public String value(String form, String field, String otherwise) {
        return command.equals(form) ? fields.text(field) : otherwise;
    }

    public String value(String form, String field) {
        return value(form, field, "");
    }

    /** True where this value was chosen for a field of this form. */
    public boolean has(String form, String field, String value) {
        return command.equals(form) && fields.all(field).contains(value);
    }

    /** What is wrong with a field of this form; null where nothing is. */
    public @Nullable String fault(String form, String field) {
        return command.equals(form) ? Fault.of(faults, field) : null;
    }

    /** True where this form was sent and is shown again. */
    public boolean again(String form) {
        return command.equals(form);
    }
}
