package uk.homeward.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.server.time.PlaceTime;

/** Where what is told of a person is written. */
@Component
class PersonDesk {

    private static final int ATTEMPTS = 5;

    private final Journal journal;
    private final PersonProjection people;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcer announcer;

    PersonDesk(
            Journal journal,
            PersonProjection people,
            PlaceTime time,
            PlaceKey place,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Announcer announcer) {
        this.journal = journal;
        this.people = people;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.announcer = announcer;
    }

    /** Records facts; if somebody else was faster (a taken number or key, a deadlock), looks again and tries anew. */
    void tell(String id, List<? extends PersonEvent> facts, Instant occurredAt, Actor by, @Nullable String key) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (Objects.requireNonNull(transaction.execute(status -> write(id, facts, occurredAt, by, key)))) {
                    announcer.announce(new Changed(Subject.person(id), id, ""));
                }
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException faster) {
                if (attempt == ATTEMPTS) {
                    throw faster;
                }
            }
        }
    }

    private boolean write(
            String id, List<? extends PersonEvent> facts, Instant occurredAt, Actor by, @Nullable String key) {
        jdbc.query("select version from person where place = ? and id = ? for update", row -> {}, place.value(), id);
        if (key != null && journal.findByKey(key).isPresent()) {
            return false;
        }
        Integer last = jdbc.queryForObject(
                "select coalesce(max(sequence), 0) from event"
                        + " where place = ? and subject_kind = 'PERSON' and subject_id = ?",
                Integer.class,
                place.value(),
                id);
        List<Recorded<PersonEvent>> events = Journal.number(
                Subject.person(id),
                last == null ? 0 : last,
                occurredAt,
                time.instant(),
                by,
                List.<PersonEvent>copyOf(facts));
        journal.append(events, key);
        events.forEach(people::write);
        return true;
    }
}
