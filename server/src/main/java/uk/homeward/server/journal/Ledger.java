package uk.homeward.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Refusal;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.time.PlaceTime;

/**
 * The desk for subjects with a projection of their own ({@link Projecting}). A command reads what was told of the subject,
 * is answered by the caller's rules, appends events and writes the projection in one transaction; whoever tells the same
 * subject at the same time waits for their turn.
 */
@Component
public class Ledger {

    private final Journal journal;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcer announcer;
    private final Map<Subject.Kind, Projecting> projections;

    Ledger(
            Journal journal,
            PlaceTime time,
            PlaceKey place,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Announcer announcer,
            List<Projecting> projections) {
        this.journal = journal;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.announcer = announcer;
        this.projections = projections.stream().collect(Collectors.toMap(Projecting::kind, Function.identity()));
    }

    /** Answers a command from everything that was told of the subject before; it may be asked more than once. */
    @FunctionalInterface
    public interface Rules {

        Verdict answer(List<Recorded<Event>> before);
    }

    /**
     * Tells a subject something; takes part in the caller's transaction if there is one.
     *
     * @param key the same key is never applied twice; null where the caller does not repeat themselves
     * @throws IllegalArgumentException if subjects of this kind have a desk of their own
     */
    public Entry tell(Subject subject, Instant occurredAt, Actor by, @Nullable String key, Rules rules) {
        Projecting projection = Optional.ofNullable(projections.get(subject.kind()))
                .orElseThrow(() ->
                        new IllegalArgumentException("the ledger does not hold the kind (" + subject.kind() + ")"));
        Entry entry = Objects.requireNonNull(transaction.execute(status -> {
            lock(subject);
            return before(key).orElseGet(() -> told(subject, occurredAt, by, key, rules, projection));
        }));
        if (entry instanceof Entry.Done(List<Recorded<Event>> happened) && !happened.isEmpty()) {
            announcer.announce(new Changed(subject, "", ""));
        }
        return entry;
    }

    /** Everything that was told of a subject, in order; empty if there is none. */
    public List<Recorded<Event>> history(Subject subject) {
        return journal.history(subject);
    }

    /** Everything that was told of all subjects of one kind, each subject's facts in their order. */
    public List<Recorded<Event>> histories(Subject.Kind kind) {
        return journal.all(kind);
    }

    /** One at a time for each subject, also for one of which nothing was told yet. */
    void lock(Subject subject) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> {},
                place.value() + "/" + subject.kind() + "/" + subject.id());
    }

    private Entry told(
            Subject subject, Instant occurredAt, Actor by, @Nullable String key, Rules rules, Projecting projection) {
        List<Recorded<Event>> before = journal.history(subject);
        Verdict verdict = rules.answer(before);
        List<? extends Event> events = switch (verdict) {
            case Verdict.Done done -> done.events();
            case Verdict.Refused refused -> List.of(refused.kept());
        };
        List<Recorded<Event>> happened =
                Journal.number(subject, before.size(), occurredAt, time.instant(), by, List.<Event>copyOf(events));
        if (!happened.isEmpty()) {
            journal.append(happened, key);
            happened.forEach(projection::write);
        }
        return verdict instanceof Verdict.Refused refused ? refusal(refused.kept()) : new Entry.Done(happened);
    }

    /** What became of a command that was told before under the same key. */
    private Optional<Entry> before(@Nullable String key) {
        return key == null
                ? Optional.empty()
                : journal.findByKey(key)
                        .map(first ->
                                first.event() instanceof Refusal ? refusal(first.event()) : new Entry.Done(List.of()));
    }

    private static Entry refusal(Event event) {
        Refusal refusal = (Refusal) event;
        return new Entry.Refused(refusal.code(), refusal.why());
    }
}
