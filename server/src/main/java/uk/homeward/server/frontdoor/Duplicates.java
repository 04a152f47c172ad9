package uk.homeward.server.frontdoor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.response.WorkLine;
import uk.homeward.server.response.Worklist;

/** Finds what may be the same: other records of the same person, with the open journeys under them. */
@Component
public class Duplicates {

    private static final int MOST = 5;

    private final PersonCards people;
    private final Worklist worklist;

    Duplicates(PersonCards people, Worklist worklist) {
        this.people = people;
        this.worklist = worklist;
    }

    /**
     * A record that may be of the same person.
     *
     * @param why what is the same
     * @param open the open journeys under that record
     */
    public record Candidate(PersonCard person, String why, List<WorkLine> open) {
        public Candidate {
            open = List.copyOf(open);
        }
    }

    /** Other records with the same NHS number, or with the same date of birth and a name that is nearly the same. */
    List<Candidate> of(PersonCard person) {
        List<Candidate> candidates = new ArrayList<>();
        if (person.nhsNumber() != null) {
            people.listByNhsNumber(person.nhsNumber())
                    .forEach(other -> add(candidates, person, other, "the same NHS number"));
        }
        if (person.born() != null) {
            people.listByName(person.name(), person.born(), MOST).stream()
                    .filter(other -> person.born().equals(other.born()) && !differ(person, other))
                    .forEach(
                            other -> add(candidates, person, other, "the same date of birth and nearly the same name"));
        }
        return candidates;
    }

    /** Two NHS numbers that are both known and differ belong to two people. */
    private static boolean differ(PersonCard one, PersonCard other) {
        return one.nhsNumber() != null
                && other.nhsNumber() != null
                && !one.nhsNumber().equals(other.nhsNumber());
    }

    private void add(List<Candidate> candidates, PersonCard person, PersonCard other, String why) {
        boolean known = other.id().equals(person.id())
                || candidates.stream().anyMatch(c -> c.person().id().equals(other.id()));
        if (!known) {
            List<WorkLine> open = worklist.ofPerson(other.id()).stream()
                    .filter(WorkLine::isOpen)
                    .toList();
            candidates.add(new Candidate(other, why, open));
        }
    }
}
