package uk.homeward.server.frontdoor;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.identity.Judgement.Likeness;
import uk.homeward.journey.identity.Traits;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.response.WorkLine;
import uk.homeward.server.response.Worklist;

/** Finds what may be the same: other records of the same person, with the open journeys under them. */
@Component
public class Duplicates {

    private final PersonCards people;
    private final PersonMatching matching;
    private final Worklist worklist;

    Duplicates(PersonCards people, PersonMatching matching, Worklist worklist) {
        this.people = people;
        this.matching = matching;
        this.worklist = worklist;
    }

    /**
     * A record that may be of the same person.
     *
     * @param why what is the same, and what is not
     * @param open the open journeys under that record
     */
    public record Candidate(PersonCard person, String why, List<WorkLine> open) {
        public Candidate {
            open = List.copyOf(open);
        }
    }

    /** Other records that are so alike that somebody should look before they accept. */
    List<Candidate> of(PersonCard p) {
        Traits traits = new Traits(
                p.nhsNumber(), p.family(), p.given(), p.born(), p.sex(), p.address(), p.postcode(), p.phone());
        return matching.others(p.id(), traits).stream()
                .map(this::candidate)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Candidate> candidate(Likeness likeness) {
        return people.find(likeness.id())
                .map(other -> new Candidate(
                        other,
                        likeness.words(),
                        worklist.ofPerson(other.id()).stream()
                                .filter(WorkLine::isOpen)
                                .toList()));
    }
}
