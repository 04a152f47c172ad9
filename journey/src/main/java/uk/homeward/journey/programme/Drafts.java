package uk.homeward.journey.programme;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;

/** Drafts as if they had been told. */
final class Drafts {

    private static final Actor DATA = Actor.system("place-data", "place");

    private Drafts() {}

    static Programme folded(ProgrammeDraft draft) {
        Subject subject = new Subject(Subject.Kind.PROGRAMME, draft.id());
        Instant at = draft.toldOn().atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Recorded<Event>> told = new ArrayList<>();
        draft.events().forEach(e -> told.add(new Recorded<>(subject, told.size() + 1, at, at, DATA, e)));
        return Programme.of(draft.id(), told);
    }
}
