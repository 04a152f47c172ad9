package uk.homeward.server.identity;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Judgement.Likeness;
import uk.homeward.journey.identity.Keys;
import uk.homeward.journey.identity.Matcher;
import uk.homeward.journey.identity.Matcher.Known;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.identity.Weights;
import uk.homeward.server.identity.Candidates.Local;
import uk.homeward.server.journal.StandAlone;

/**
 * Tells every door whom it means: the person who is surely the same, those who may be, or nobody. A door that is answered with
 * doubt registers a new person and files the doubt, so that nothing waits and nothing is joined by guess.
 */
@Component
public class PersonMatching {

    private static final int LOCKS = 7070;

    private final Candidates candidates;
    private final Matcher matcher;
    private final Doubts doubts;
    private final DoubtQueue queue;
    private final JdbcTemplate jdbc;

    PersonMatching(Candidates candidates, Matcher matcher, Doubts doubts, DoubtQueue queue, JdbcTemplate jdbc) {
        this.candidates = candidates;
        this.matcher = matcher;
        this.doubts = doubts;
        this.queue = queue;
        this.jdbc = jdbc;
    }

    /** For commands that run beside a server or without one. */
    public static PersonMatching over(StandAlone alone, Path placeFolder) {
        return new PersonMatching(
                new Candidates(alone.jdbc(), alone.key()),
                new Matcher(Weights.load(placeFolder)),
                new Doubts(alone.ledger(), alone.desk(), alone.time(), alone.jdbc(), alone.key(), alone.transaction()),
                new DoubtQueue(alone.jdbc(), alone.key()),
                alone.jdbc());
    }

    /** Whether somebody of whom this is told is known. */
    public Judgement judge(Traits told) {
        return judge(told, Map.of());
    }

    /**
     * The same for a system that has numbers of its own. Inside a transaction nobody else is judged by the same keys until it
     * ends, so that two doors do not register one person at once.
     *
     * @param numbers the numbers by which the system that tells knows the person, by the system that gave them
     */
    public Judgement judge(Traits told, Map<String, String> numbers) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            lock(told);
        }
        List<Local> locals = numbers.entrySet().stream()
                .map(e -> new Local(e.getKey(), e.getValue()))
                .toList();
        return matcher.judge(told, candidates.like(told, locals));
    }

    private void lock(Traits told) {
        String keys =
                Arrays.stream(Keys.of(told)).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
        jdbc.query("select pg_advisory_xact_lock(?, k) from unnest(cast(? as int[])) k", row -> {}, LOCKS, keys);
    }

    /** Other records that may be of a person, but for those of whom somebody said that they are not. */
    public List<Likeness> others(String person, Traits traits) {
        Set<String> answered = queue.differentFrom(person);
        List<Known> others = candidates.like(traits, List.of()).stream()
                .filter(k -> !k.id().equals(person) && !answered.contains(k.id()))
                .toList();
        return switch (matcher.judge(traits, others)) {
            case Judgement.Same(Likeness known) -> List.of(known);
            case Judgement.Doubtful(List<Likeness> perhaps) -> perhaps;
            case Judgement.Nobody nobody -> List.of();
        };
    }

    /** What two records have in common; for those who have to look. */
    Likeness likeness(Traits told, String id, Traits known) {
        return matcher.likeness(told, new Known(id, known, false));
    }

    /** Asks, once for each pair, whether a person is one of those whom they resemble. Takes part in the caller's transaction. */
    public void file(String person, Judgement judgement, Actor by) {
        List<Likeness> like = switch (judgement) {
            case Judgement.Same(Likeness known) -> List.of(known);
            case Judgement.Doubtful(List<Likeness> perhaps) -> perhaps;
            case Judgement.Nobody nobody -> List.of();
        };
        like.stream()
                .filter(likeness -> !likeness.id().equals(person))
                .forEach(likeness -> doubts.ask(person, likeness, by));
    }
}
