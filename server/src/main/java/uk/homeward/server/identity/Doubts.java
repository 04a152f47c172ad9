package uk.homeward.server.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.MatchEvent;
import uk.homeward.journey.event.MatchEvent.MatchRefused;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.identity.Doubt;
import uk.homeward.journey.identity.Judgement.Likeness;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.time.PlaceTime;

/**
 * Asks and answers whether two records are of one person. Joining copies nothing: the record that gives way keeps its own
 * facts and is read together with the one that stands, until they are parted.
 */
@Component
public class Doubts {

    private final Ledger ledger;
    private final Desk desk;
    private final PlaceTime time;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final TransactionTemplate transaction;

    Doubts(
            Ledger ledger,
            Desk desk,
            PlaceTime time,
            JdbcTemplate jdbc,
            PlaceKey place,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.desk = desk;
        this.time = time;
        this.jdbc = jdbc;
        this.place = place;
        this.transaction = transaction;
    }

    void ask(String person, Likeness likeness, Actor by) {
        tell(
                person,
                likeness.id(),
                new Doubt.Ask(person, likeness.id(), likeness.comparison().bits(), likeness.words()),
                by);
    }

    /** They stay in the queue, behind those that nobody has looked at. */
    public Entry putOff(String one, String other, String reason, Actor by) {
        return tell(one, other, new Doubt.PutOff(reason), by);
    }

    /** They are two people; it is never asked again. */
    public Entry sayDifferent(String one, String other, String reason, Actor by) {
        return tell(one, other, new Doubt.SayDifferent(reason), by);
    }

    /** They are one person: {@code gaveWay} is seen under {@code stands} from now on. */
    public Entry join(String stands, String gaveWay, String reason, Actor by) {
        return inOne(() -> {
            lock(stands, gaveWay);
            boolean stand = isStanding(stands) && isStanding(gaveWay);
            Entry entry = tell(stands, gaveWay, new Doubt.SaySame(stands, gaveWay, reason, stand), by);
            if (entry instanceof Entry.Done) {
                desk.tellPerson(gaveWay, List.of(new PersonEvent.PersonMerged(stands)), time.instant(), by, null);
            }
            return entry;
        });
    }

    /** They were joined by mistake: each has again what was told of it, and only that. */
    public Entry part(String stands, String gaveWay, String reason, Actor by) {
        return inOne(() -> {
            lock(stands, gaveWay);
            boolean joined = stands.equals(mergedInto(gaveWay));
            Entry entry = tell(stands, gaveWay, new Doubt.Part(stands, gaveWay, reason, joined), by);
            if (entry instanceof Entry.Done) {
                desk.tellPerson(gaveWay, List.of(new PersonEvent.PersonUnmerged(stands)), time.instant(), by, null);
            }
            return entry;
        });
    }

    private Entry inOne(java.util.function.Supplier<Entry> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private Entry tell(String one, String other, Doubt.Command command, Actor by) {
        return ledger.tell(Subject.match(one, other), time.instant(), by, null, before -> verdict(before, command));
    }

    private static Verdict verdict(List<Recorded<Event>> before, Doubt.Command command) {
        List<MatchEvent> told = before.stream()
                .map(Recorded::event)
                .filter(MatchEvent.class::isInstance)
                .map(MatchEvent.class::cast)
                .toList();
        List<MatchEvent> answer = Doubt.of(told).answer(command);
        return answer.size() == 1 && answer.getFirst() instanceof MatchRefused refused
                ? new Verdict.Refused(refused)
                : new Verdict.Done(answer);
    }

    /** In the order of their ids, so that two who join at once cannot wait for each other. */
    private void lock(String one, String other) {
        jdbc.query(
                "select id from person where place = ? and id in (?, ?) order by id for update",
                row -> {},
                place.value(),
                one,
                other);
    }

    private boolean isStanding(String person) {
        return !jdbc.queryForList(
                        "select 1 from person where place = ? and id = ? and merged_into is null",
                        Integer.class,
                        place.value(),
                        person)
                .isEmpty();
    }

    private @Nullable String mergedInto(String person) {
        List<@Nullable String> into = jdbc.queryForList(
                "select merged_into from person where place = ? and id = ?", String.class, place.value(), person);
        return into.isEmpty() ? null : into.getFirst();
    }
}
