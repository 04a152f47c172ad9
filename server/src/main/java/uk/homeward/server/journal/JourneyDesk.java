package uk.homeward.server.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.server.time.PlaceTime;

/**
 * Reads journeys and writes what happened to them: events and projections in one message to the database. Journeys that were
 * changed lately are remembered, so that the next command need not read them again. What is remembered may be old where
 * another server shares the database; then the event's sequence number is taken, nothing is written, and the caller
 * forgets and reads.
 */
@Component
final class JourneyDesk {

    private static final int REMEMBERED = 2_000;

    private final Journal journal;
    private final CarerCover cover;
    private final Pathways pathways;
    private final Calendar calendar;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;
    private final GroupCommit group;
    private final Cache<String, Standing> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    JourneyDesk(
            Journal journal,
            CarerCover cover,
            Pathways pathways,
            Calendar calendar,
            PlaceTime time,
            PlaceKey place,
            JdbcTemplate jdbc) {
        this.journal = journal;
        this.cover = cover;
        this.pathways = pathways;
        this.calendar = calendar;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
        this.group = new GroupCommit(jdbc);
    }

    /** The journey as the database has it; empty if there is none. */
    Optional<Journey> find(String id) {
        return journey(journal.journey(id));
    }

    /** Those of these journeys that there are, as the database has them, in the order of their ids. */
    List<Journey> list(Collection<String> ids) {
        List<Journey> journeys = new ArrayList<>();
        List<Recorded<JourneyEvent>> events = journal.journeys(ids);
        for (int from = 0, to = 0; from < events.size(); from = to) {
            Subject subject = events.get(from).subject();
            while (to < events.size() && events.get(to).subject().equals(subject)) {
                to++;
            }
            journey(events.subList(from, to)).ifPresent(journeys::add);
        }
        return journeys;
    }

    private Optional<Journey> journey(List<Recorded<JourneyEvent>> events) {
        return events.isEmpty() || !(events.getFirst().event() instanceof JourneyEvent.JourneyOpened opened)
                ? Optional.empty()
                : Optional.of(Journey.of(pathways.get(opened.pathway(), opened.version()), calendar, events));
    }

    /**
     * The journey as it stood when it was last read or changed here, if that is the version which the teller saw; else read
     * anew.
     *
     * @param seen 0 where the teller does not care
     */
    Optional<Standing> standing(String id, int seen) {
        Standing known = remembered.getIfPresent(id);
        return known == null || (seen > 0 && known.journey().version() != seen)
                ? find(id).map(this::standing)
                : Optional.of(known);
    }

    /** The journey as it stands, held against others until the transaction ends; read only where it is not remembered so. */
    Optional<Standing> locked(String id) {
        return jdbc
                .queryForList(
                        "select version from journey where place = ? and id = ? for update",
                        Integer.class,
                        place.value(),
                        id)
                .stream()
                .findFirst()
                .flatMap(version -> standing(id, version));
    }

    private Standing standing(Journey journey) {
        return new Standing(journey, JourneyRow.of(journey, calendar.zone()));
    }

    /**
     * Opens a journey.
     *
     * @throws org.springframework.dao.DuplicateKeyException if its id or the key is taken; nothing was written
     */
    Told.Done open(
            String id,
            Pathway pathway,
            List<JourneyEvent> happened,
            Instant occurredAt,
            Actor by,
            @Nullable String key) {
        List<Recorded<JourneyEvent>> events =
                Journal.number(Subject.journey(id), 0, occurredAt, time.instant(), by, happened);
        Standing opened = standing(Journey.of(pathway, calendar, events));
        Writes writes = new Writes(place);
        journal.append(writes, events, key);
        JourneyProjection.write(writes, null, opened.row());
        write(writes);
        remember(opened);
        return new Told.Done(opened.journey(), events);
    }

    /**
     * Writes what happened to a journey that stood so.
     *
     * @throws org.springframework.dao.DuplicateKeyException if it stands otherwise by now, or the key is taken; nothing
     *     was written
     */
    Told.Done append(Standing before, List<JourneyEvent> happened, Instant occurredAt, Actor by, @Nullable String key) {
        Journey journey = before.journey();
        List<Recorded<JourneyEvent>> events = Journal.number(
                Subject.journey(journey.id()), journey.version(), occurredAt, time.instant(), by, happened);
        List<Recorded<JourneyEvent>> all = new ArrayList<>(journey.history().events());
        all.addAll(events);
        Standing after = standing(Journey.of(journey.pathway(), calendar, all));
        Writes writes = new Writes(place);
        journal.append(writes, events, key);
        JourneyProjection.write(writes, before.row(), after.row());
        cover.offer(writes, after.journey(), happened, occurredAt, by);
        write(writes);
        remember(after);
        return new Told.Done(after.journey(), events);
    }

    private void write(Writes writes) {
        if (isInTransaction()) {
            writes.run(jdbc);
        } else {
            group.write(writes);
        }
    }

    /** Only what is committed may be remembered; a transaction around us may yet be rolled back. */
    private void remember(Standing standing) {
        if (isInTransaction()) {
            forget(standing.journey().id());
        } else {
            remembered.put(standing.journey().id(), standing);
        }
    }

    void forget(String id) {
        remembered.invalidate(id);
    }

    static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
