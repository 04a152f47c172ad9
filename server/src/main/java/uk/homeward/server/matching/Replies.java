package uk.homeward.server.matching;

import java.util.List;
import org.springframework.http.ResponseEntity;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.response.Problems;
import uk.homeward.server.response.Reply;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/** What became of a command on the ledger, for a page or for a script. */
public final class Replies {

    private Replies() {}

    /** @param done what the page says if it was done */
    public static Reply of(Entry entry, String word, Fields fields, String done) {
        return switch (entry) {
            case Entry.Done told -> new Reply(Reply.Kind.DONE, word, done, List.of(), List.of(), Fields.NONE);
            case Entry.Refused(String code, String why) ->
                new Reply(Reply.Kind.REFUSED, word, why, List.of(), List.of(), fields);
        };
    }

    public static Reply faulty(String word, List<Fault> faults, Fields fields) {
        return new Reply(Reply.Kind.FAULTY, word, "There is a problem", List.of(), faults, fields);
    }

    public static ResponseEntity<Object> script(Entry entry, Object done) {
        return switch (entry) {
            case Entry.Done told -> ResponseEntity.ok(done);
            case Entry.Refused(String code, String why) -> Problems.refused(code, why);
        };
    }
}
