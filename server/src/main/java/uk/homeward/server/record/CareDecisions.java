package uk.homeward.server.record;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.preferences.Decisions;
import uk.homeward.server.journal.Journal;
import uk.homeward.server.journal.SamePerson;

/**
 * What was decided about a person's care, under whichever of their records it was told. Whoever sends a person on, on a page,
 * in a letter or in a message, sends {@link #forTransfer} with them.
 */
@Component
public class CareDecisions {

    private final Journal journal;
    private final SamePerson same;
    private final Place place;

    CareDecisions(Journal journal, SamePerson same, Place place) {
        this.journal = journal;
        this.same = same;
        this.place = place;
    }

    /** All of them, with what became of each. */
    public Decisions of(String person) {
        return Decisions.of(events(person));
    }

    /**
     * What must go with the person wherever they are taken, one sentence for each decision that holds: what, who decided, with
     * what capacity, whose name stands under it, and when it is to be looked at again. Empty if nothing was decided.
     */
    public List<String> forTransfer(String person) {
        return of(person).sentences(place.zone());
    }

    private List<Recorded<PersonEvent>> events(String person) {
        return same.all(person).stream()
                .flatMap(record -> journal.person(record).stream())
                .toList();
    }
}
