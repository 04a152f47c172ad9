package uk.homeward.server.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;

/** Reads and appends events. Appending takes part in the transaction of the caller. */
@Component
public class Journal {

    private static final String INSERT = """
        insert into event (place, subject_kind, subject_id, sequence, type, occurred_at, recorded_at,
                           actor_user, actor_name, actor_role, organisation, payload, idempotency_key)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final int AT_ONCE = 5_000;
    private static final String COLUMNS = """
        subject_kind, subject_id, sequence, type, occurred_at, recorded_at,
        actor_user, actor_name, actor_role, organisation, payload
        """;

    private final JdbcTemplate jdbc;
    private final EventCodec codec;
    private final PlaceKey place;

    Journal(JdbcTemplate jdbc, EventCodec codec, PlaceKey place) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.place = place;
    }

    /**
     * Appends events in one statement.
     *
     * @param idempotencyKey kept with the first event; a second append with the same key violates a unique index
     * @throws org.springframework.dao.DuplicateKeyException if a sequence number or key is taken: somebody was faster
     */
    void append(List<? extends Recorded<? extends Event>> events, @Nullable String idempotencyKey) {
        jdbc.batchUpdate(INSERT, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int i) throws SQLException {
                bind(statement, events.get(i), i == 0 ? idempotencyKey : null);
            }

            @Override
            public int getBatchSize() {
                return events.size();
            }
        });
    }

    /** Adds the appending of events to what is written together. */
    void append(Writes writes, List<? extends Recorded<? extends Event>> events, @Nullable String idempotencyKey) {
        for (Recorded<? extends Event> r : events) {
            writes.add(
                    Written.EVENT,
                    r.subject().kind().name(),
                    r.subject().id(),
                    r.sequence(),
                    r.event().type(),
                    r.occurredAt(),
                    r.recordedAt(),
                    r.by().user(),
                    r.by().name(),
                    r.by().role(),
                    r.by().organisation(),
                    codec.write(r.event()),
                    r.equals(events.getFirst()) ? idempotencyKey : null);
        }
    }

    private void bind(PreparedStatement s, Recorded<? extends Event> r, @Nullable String key) throws SQLException {
        s.setString(1, place.value());
        s.setString(2, r.subject().kind().name());
        s.setString(3, r.subject().id());
        s.setInt(4, r.sequence());
        s.setString(5, r.event().type());
        s.setObject(6, at(r.occurredAt()));
        s.setObject(7, at(r.recordedAt()));
        s.setString(8, r.by().user());
        s.setString(9, r.by().name());
        s.setString(10, r.by().role());
        s.setString(11, r.by().organisation());
        s.setString(12, codec.write(r.event()));
        s.setString(13, key);
    }

    /** The event that was appended under this key. */
    public Optional<Recorded<Event>> findByKey(String idempotencyKey) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from event where place = ? and idempotency_key = ?",
                        (row, n) -> read(row),
                        place.value(),
                        idempotencyKey)
                .stream()
                .findFirst();
    }

    public List<Recorded<JourneyEvent>> journey(String id) {
        return list(Subject.journey(id), JourneyEvent.class);
    }

    /** The events of several journeys, each journey's together and in their order. */
    List<Recorded<JourneyEvent>> journeys(Collection<String> ids) {
        return list(Subject.Kind.JOURNEY, ids, JourneyEvent.class);
    }

    public List<Recorded<PersonEvent>> person(String id) {
        return list(Subject.person(id), PersonEvent.class);
    }

    public List<Recorded<SpellEvent>> spell(String id) {
        return list(Subject.spell(id), SpellEvent.class);
    }

    /** The facts of several stays, each stay's together and in their order. */
    public List<Recorded<SpellEvent>> spells(Collection<String> ids) {
        return list(Subject.Kind.SPELL, ids, SpellEvent.class);
    }

    /** What staff said of one stay. */
    public List<Recorded<FlowEvent>> flow(String stay) {
        return list(Subject.flow(stay), FlowEvent.class);
    }

    public List<Recorded<PoolEvent>> pool(String id) {
        return list(Subject.pool(id), PoolEvent.class);
    }

    /** Everything that was told of a subject, in order. */
    List<Recorded<Event>> history(Subject subject) {
        return list(subject, Event.class);
    }

    /** Everything that was told of all subjects of one kind, each subject's facts in their order. */
    public List<Recorded<Event>> all(Subject.Kind kind) {
        return jdbc.query(
                "select " + COLUMNS + " from event where place = ? and subject_kind = ? order by subject_id, sequence",
                (row, n) -> read(row),
                place.value(),
                kind.name());
    }

    /** What was told of all units, each unit's facts in their order. */
    List<Recorded<PoolEvent>> pools() {
        return jdbc.query(
                "select " + COLUMNS + " from event where place = ? and subject_kind = 'POOL'"
                        + " order by subject_id, sequence",
                (row, n) -> read(row, PoolEvent.class),
                place.value());
    }

    /** Reads the whole journal, each subject's events together and in their order; within a transaction. */
    void readAll(Consumer<Recorded<Event>> each) {
        jdbc.query(
                connection -> {
                    PreparedStatement all = connection.prepareStatement("select " + COLUMNS
                            + " from event where place = ? order by subject_kind, subject_id, sequence");
                    all.setFetchSize(AT_ONCE);
                    all.setString(1, place.value());
                    return all;
                },
                row -> {
                    each.accept(read(row));
                });
    }

    private <E extends Event> List<Recorded<E>> list(Subject.Kind kind, Collection<String> ids, Class<E> type) {
        return jdbc.query(
                "select " + COLUMNS + " from event where place = ? and subject_kind = ? and subject_id = any (?)"
                        + " order by subject_id, sequence",
                (row, n) -> read(row, type),
                place.value(),
                kind.name(),
                ids.toArray(String[]::new));
    }

    private <E extends Event> List<Recorded<E>> list(Subject subject, Class<E> kind) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from event where place = ? and subject_kind = ? and subject_id = ? order by sequence",
                (row, n) -> read(row, kind),
                place.value(),
                subject.kind().name(),
                subject.id());
    }

    private <E extends Event> Recorded<E> read(ResultSet row, Class<E> kind) throws SQLException {
        Recorded<Event> r = read(row);
        return new Recorded<>(r.subject(), r.sequence(), r.occurredAt(), r.recordedAt(), r.by(), kind.cast(r.event()));
    }

    Recorded<Event> read(ResultSet row) throws SQLException {
        return new Recorded<>(
                new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject_id")),
                row.getInt("sequence"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new Actor(
                        row.getString("actor_user"),
                        row.getString("actor_name"),
                        row.getString("actor_role"),
                        row.getString("organisation")),
                codec.read(row.getString("type"), row.getString("payload")));
    }

    /** Numbers new events of one subject after the last one that is known. */
    static <E extends Event> List<Recorded<E>> number(
            Subject subject, int last, Instant occurredAt, Instant recordedAt, Actor by, List<E> events) {
        List<Recorded<E>> numbered = new ArrayList<>();
        Instant occurred = occurredAt.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        Instant recorded = recordedAt.truncatedTo(ChronoUnit.MICROS);
        for (E event : events) {
            numbered.add(new Recorded<>(subject, last + numbered.size() + 1, occurred, recorded, by, event));
        }
        return numbered;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
