package uk.homeward.server.programme;

import java.util.List;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.server.journal.Projecting;

/** The projection of kinds that need no table: whoever reads them folds their events. */
public record Folded(Kind kind) implements Projecting {

    /** One for each kind in which the change is told. */
    public static List<Projecting> all() {
        return ChangeBook.KINDS.stream().<Projecting>map(Folded::new).toList();
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void write(Recorded<Event> event) {
        // nothing to write: see Small-Kinds-Are-Folded
    }
}
