package uk.homeward.server.assessment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Known;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.server.journal.Journal;
import uk.homeward.server.journal.SamePerson;

/** Reads what people have told, under whichever of their records. */
@Component("toldStories")
class Stories {

    private final Journal journal;
    private final SamePerson same;

    Stories(Journal journal, SamePerson same) {
        this.journal = journal;
        this.same = same;
    }

    Known of(String person) {
        List<Recorded<PersonEvent>> told = new ArrayList<>();
        same.all(person).forEach(record -> told.addAll(journal.person(record)));
        return Known.of(told);
    }
}
