package uk.homeward.server.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.FlowEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.spell.Spells;

/**
 * Reads the journal on from where it was read last, for those who publish it. The order is that of the seals (era,
 * transaction, position), and an event is given only once no running transaction can still slip in before it: whoever goes
 * on from the last mark misses nothing.
 */
public final class Following {

    private static final String COLUMNS = """
        subject_kind, subject_id, sequence, type, occurred_at, recorded_at,
        actor_user, actor_name, actor_role, organisation, payload
        """;
    private static final String NEXT =
            "select position, era, transaction::text::bigint as number_of_transaction, " + COLUMNS + """
                from event
                where place = ? and (era, transaction, position) > (?, ?::text::xid8, ?)
                  and (transaction < pg_snapshot_xmin(pg_current_snapshot()) or era < ?)
                order by era, transaction, position limit ?
                """;

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final PlaceKey place;

    public Following(JdbcTemplate jdbc, EventCodec codec, PlaceKey place) {
        this.jdbc = jdbc;
        this.journal = new Journal(jdbc, codec, place);
        this.place = place;
    }

    /** How far somebody has read. */
    public record Mark(int era, long transaction, long position) {

        public static final Mark START = new Mark(0, 0, 0);

        /** Reads {@link #text}; blank is the start. */
        public static Mark of(String text) {
            if (text.isBlank()) {
                return START;
            }
            String[] parts = text.split("/");
            return new Mark(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        public String text() {
            return era + "/" + transaction + "/" + position;
        }
    }

    /** An event and the mark behind it. */
    public record Next(Mark mark, Recorded<Event> told) {}

    /** The next events after the mark, at most so many. */
    public List<Next> after(Mark mark, int most) {
        return jdbc.query(
                NEXT,
                (row, n) -> next(row),
                place.value(),
                mark.era(),
                mark.transaction(),
                mark.position(),
                era(),
                most);
    }

    /** The mark behind everything that nothing can slip in before any more. */
    public Mark last() {
        return jdbc
                .query(
                        "select position, era, transaction::text::bigint from event where place = ?"
                                + " and (transaction < pg_snapshot_xmin(pg_current_snapshot()) or era < ?)"
                                + " order by era desc, transaction desc, position desc limit 1",
                        (row, n) -> new Mark(row.getInt(2), row.getLong(3), row.getLong(1)),
                        place.value(),
                        era())
                .stream()
                .findFirst()
                .orElse(Mark.START);
    }

    private Next next(ResultSet row) throws SQLException {
        Mark mark = new Mark(row.getInt("era"), row.getLong("number_of_transaction"), row.getLong("position"));
        return new Next(mark, journal.read(row));
    }

    private int era() {
        List<Integer> era = jdbc.queryForList(
                "select era from event where place = ? order by position desc limit 1", Integer.class, place.value());
        return era.isEmpty() ? 1 : era.getFirst();
    }

    /** About how many events there are after the mark; a number for telling progress. */
    public long left(Mark mark) {
        Long left = jdbc.queryForObject(
                "select coalesce(max(position), 0) from event where place = ?", Long.class, place.value());
        return left == null ? 0 : Math.max(0, left - mark.position());
    }

    /** All events of these journeys, each journey's in order. */
    public Map<String, List<Recorded<JourneyEvent>>> journeys(Collection<String> ids) {
        return subjects(Subject.Kind.JOURNEY, JourneyEvent.class, ids);
    }

    /** All facts of these subjects of hospital stays, as they were told. */
    public Map<String, List<Recorded<SpellEvent>>> spells(Collection<String> ids) {
        return subjects(Subject.Kind.SPELL, SpellEvent.class, ids);
    }

    /** The stays of these subjects of which staff said something. */
    public List<String> spokenOf(Collection<String> spellSubjects) {
        return jdbc.queryForList(
                """
                select f.stay from flow f join spell s on s.place = f.place and s.id = f.stay
                where f.place = ? and left(s.id, strpos(s.id, '/') + length(s.person)) = any(?)
                    and s.person = any(?)
                """,
                String.class,
                place.value(),
                spellSubjects.toArray(String[]::new),
                spellSubjects.stream()
                        .map(s -> s.substring(s.indexOf('/') + 1))
                        .distinct()
                        .toArray(String[]::new));
    }

    /** These stays on their way out as they stand, those of which the hospital told. */
    public List<Flow> flows(Collection<String> stays, FlowPlace leaving) {
        Map<String, List<Recorded<FlowEvent>>> told = subjects(Subject.Kind.FLOW, FlowEvent.class, stays);
        List<Flow> flows = new ArrayList<>();
        spells(told.keySet().stream().map(Following::subjectOf).distinct().toList())
                .forEach((subject, facts) -> SpellProjection.byId(subject, Spells.of(facts))
                        .forEach((stay, spell) -> {
                            if (told.containsKey(stay)) {
                                flows.add(Flow.of(stay, spell, leaving, told.get(stay)));
                            }
                        }));
        return flows;
    }

    /** Organisation and person of a stay's id. */
    private static String subjectOf(String stay) {
        String[] parts = stay.split("/", 3);
        return parts.length < 2 ? stay : parts[0] + "/" + parts[1];
    }

    private <E extends Event> Map<String, List<Recorded<E>>> subjects(
            Subject.Kind kind, Class<E> type, Collection<String> ids) {
        Map<String, List<Recorded<E>>> all = new LinkedHashMap<>();
        jdbc.query(
                "select " + COLUMNS + " from event where place = ? and subject_kind = ? and subject_id = any(?)"
                        + " order by subject_id, sequence",
                row -> {
                    Recorded<E> told = typed(journal.read(row), type);
                    all.computeIfAbsent(told.subject().id(), id -> new ArrayList<>())
                            .add(told);
                },
                place.value(),
                kind.name(),
                ids.toArray(String[]::new));
        return all;
    }

    private static <E extends Event> Recorded<E> typed(Recorded<Event> r, Class<E> type) {
        return new Recorded<>(r.subject(), r.sequence(), r.occurredAt(), r.recordedAt(), r.by(), type.cast(r.event()));
    }

    /** The moment of the last event that was told; null before the first. */
    public @Nullable Instant lastToldAt() {
        java.time.OffsetDateTime last = jdbc.queryForObject(
                "select max(recorded_at) from (select recorded_at from event where place = ? order by position desc"
                        + " limit 1000) last",
                java.time.OffsetDateTime.class,
                place.value());
        return last == null ? null : last.toInstant();
    }
}
