package uk.homeward.server.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.assessment.Asking;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.AssessmentCommand;
import uk.homeward.journey.assessment.AssessmentHandling;
import uk.homeward.journey.assessment.AssessmentSituation;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Given;
import uk.homeward.journey.assessment.Known;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/** Where every change of an assessment is told; pages, scripts, FHIR and the demo all come here. */
@Component
public class AssessmentDesk {

    private final Ledger ledger;
    private final Desk desk;
    private final Stories stories;
    private final Agreements agreements;
    private final Bank bank;
    private final Place place;
    private final PlaceTime time;
    private final PlaceKey key;
    private final SamePerson same;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    AssessmentDesk(
            Ledger ledger,
            Desk desk,
            Stories stories,
            Agreements agreements,
            Bank bank,
            Place place,
            PlaceTime time,
            PlaceKey key,
            SamePerson same,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.desk = desk;
        this.stories = stories;
        this.agreements = agreements;
        this.bank = bank;
        this.place = place;
        this.time = time;
        this.key = key;
        this.same = same;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What became of answers. */
    public sealed interface Saved {}

    /** They are kept; {@code asked} is how many of them were new to the story. */
    public record Kept(int asked) implements Saved {}

    /** None of them is kept; what is wrong stands by its question. */
    public record Faulty(Map<String, String> faults) implements Saved {}

    /** The assessment cannot be filled now. */
    public record Refused(String code, String why) implements Saved {}

    /**
     * Begins an assessment.
     *
     * @param id the new assessment's id, chosen by the caller
     * @param again why another is made although one stands; blank where none does
     */
    public Entry begin(String id, String person, String form, String again, Actor by, @Nullable String idempotency) {
        return begin(id, person, form, again, time.instant(), by, idempotency);
    }

    /** The same at an earlier time, for those who tell of the past. */
    public Entry begin(
            String id, String person, String form, String again, Instant at, Actor by, @Nullable String idempotency) {
        return tell(id, person, new AssessmentCommand.Begin(person, form, again.strip()), at, by, idempotency);
    }

    /** Keeps answers in the person's story, and that they were asked for this form; all of them or none. */
    public Saved save(Assessment assessment, List<Given> given, Actor by, @Nullable String idempotency) {
        return save(assessment, given, time.instant(), by, idempotency);
    }

    /** The same at an earlier time, for those who tell of the past. */
    public Saved save(Assessment assessment, List<Given> given, Instant at, Actor by, @Nullable String idempotency) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(assessment.person());
            Asking asking = Asking.of(
                    bank, bank.form(assessment.form()).orElseThrow(), stories.of(assessment.person()), given, at);
            if (!asking.faults().isEmpty()) {
                return new Faulty(asking.faults());
            }
            Entry entry = tell(
                    assessment.id(),
                    assessment.person(),
                    new AssessmentCommand.Ask(asking.asked()),
                    at,
                    by,
                    idempotency);
            return switch (entry) {
                case Entry.Refused(String code, String why) -> new Refused(code, why);
                case Entry.Done(List<Recorded<Event>> happened) -> {
                    if (!happened.isEmpty()) {
                        desk.tellPerson(assessment.person(), asking.facts(), at, by, null);
                    }
                    yield new Kept(happened.isEmpty() ? 0 : asking.asked().size());
                }
            };
        }));
    }

    /** Tells an assessment something else. */
    public Entry tell(Assessment assessment, AssessmentCommand command, Actor by, @Nullable String idempotency) {
        return tell(assessment, command, time.instant(), by, idempotency);
    }

    /** The same at an earlier time, for those who tell of the past. */
    public Entry tell(
            Assessment assessment, AssessmentCommand command, Instant at, Actor by, @Nullable String idempotency) {
        return tell(assessment.id(), assessment.person(), command, at, by, idempotency);
    }

    private Entry tell(
            String id, String person, AssessmentCommand command, Instant at, Actor by, @Nullable String idempotency) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(person);
            return ledger.tell(Subject.assessment(id), at, by, idempotency, before -> {
                AssessmentSituation situation = situation(id, person, at, by);
                return switch (AssessmentHandling.answer(Assessment.of(before).orElse(null), command, situation)) {
                    case AssessmentHandling.Done(var events) -> new Verdict.Done(events);
                    case AssessmentHandling.Not(var kept) -> new Verdict.Refused(kept);
                };
            });
        }));
    }

    private AssessmentSituation situation(String id, String person, Instant at, Actor by) {
        List<Assessment> others =
                list(person).stream().filter(a -> !a.id().equals(id)).toList();
        return new AssessmentSituation(bank, stories.of(person), others, agreements.terms(), at, place.zone(), by);
    }

    /** One at a time for each person: what is known decides what may be asked. */
    void lock(String person) {
        jdbc.query("select version from person where place = ? and id = ? for update", row -> {}, key.value(), person);
    }

    /** What a person has told, under whichever of their records. */
    public Known known(String person) {
        return stories.of(person);
    }

    /** The assessment as it stands; empty if there is none. */
    public java.util.Optional<Assessment> find(String id) {
        return Assessment.of(ledger.history(Subject.assessment(id)));
    }

    /** Every assessment of a person, the oldest first. */
    public List<Assessment> list(String person) {
        return jdbc
                .queryForList(
                        "select id from assessment where place = ? and person = any (?) order by begun_at, id",
                        String.class,
                        key.value(),
                        same.array(person))
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** What happened to an assessment, in order. */
    public List<Recorded<Event>> history(String id) {
        return ledger.history(Subject.assessment(id));
    }
}
