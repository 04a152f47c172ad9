package uk.homeward.server.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.people.Population;
import uk.homeward.journey.people.SyntheticPerson;
import uk.homeward.journey.person.Sex;
import uk.homeward.server.journal.BulkJournal;

/** Registers the made-up people, many at once. */
final class FirstPeople {

    private static final int CHUNK = 10_000;
    private static final Actor BY = Actor.system("demo", "demo");

    private final Population population;
    private final BulkJournal journal;
    private final TransactionTemplate transaction;

    FirstPeople(Population population, BulkJournal journal, TransactionTemplate transaction) {
        this.population = population;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** All of them, as the demo's life knows them. */
    Folk folk(int count) {
        Folk folk = new Folk();
        population.stream(count).forEach(person -> folk.add(somebody(person)));
        return folk;
    }

    private static Somebody somebody(SyntheticPerson p) {
        return new Somebody(
                Folk.id(p.number()),
                p.givenName(),
                p.familyName(),
                p.sex() == Sex.FEMALE,
                p.locality().value(),
                p.frailty(),
                p.livesAlone(),
                p.dementia(),
                p.livesInCareHome(),
                p.language());
    }

    /** Registers those who are not registered yet: {@code known} is how many are. */
    void register(int known, int count, Instant since, Instant now, Progress progress, BooleanSupplier stopped) {
        List<Recorded<PersonEvent>> chunk = new ArrayList<>(CHUNK);
        try (Stream<SyntheticPerson> people = population.stream(count).skip(known)) {
            people.forEach(person -> {
                chunk.add(new Recorded<>(
                        Subject.person(Folk.id(person.number())),
                        1,
                        since,
                        now,
                        BY,
                        new PersonEvent.PersonRegistered(details(person))));
                if (chunk.size() == CHUNK || person.number() == count - 1) {
                    Stopped.check(stopped);
                    transaction.executeWithoutResult(status -> journal.register(chunk));
                    chunk.clear();
                    if ((person.number() + 1) % (4 * CHUNK) == 0 || person.number() == count - 1) {
                        progress.people(person.number() + 1, count);
                    }
                }
            });
        }
    }

    static Details details(SyntheticPerson p) {
        return new Details(
                p.nhsNumber().value(),
                p.familyName(),
                p.givenName(),
                p.born(),
                p.sex().name().toLowerCase(java.util.Locale.ROOT),
                p.address(),
                p.outward(),
                "",
                p.locality().value(),
                p.practice().value(),
                p.language(),
                p.needsInterpreter(),
                p.ethnicGroup(),
                p.livesAlone(),
                p.dementia(),
                p.clinicalFrailty(),
                p.livesInCareHome() ? "care-home" : "own-home",
                true);
    }
}
