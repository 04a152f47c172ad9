package uk.homeward.server.exchange.outgoing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.Following.Mark;
import uk.homeward.server.journal.PlaceKey;

/** The outbox: each receiver's messages in their order, and how far the journal was read for them. */
@Component("outgoingOutbox")
class Outbox {

    private static final String COLUMNS = """
        number, subscriber, kind, control_id, about, queued_at, attempts, state, problem, answer, settled_at
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Outbox(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** What a receiver has had and has to expect. */
    record Counts(
            long waiting,
            long forSomebody,
            long sent,
            @Nullable Instant oldest,
            @Nullable Instant lastSent) {

        static final Counts NONE = new Counts(0, 0, 0, null, null);
    }

    /** How far the journal was read, held against other servers until the transaction ends; empty before the first time. */
    Optional<Mark> mark() {
        return jdbc
                .queryForList("select mark from outgoing_mark where place = ? for update", String.class, place.value())
                .stream()
                .map(Mark::of)
                .findFirst();
    }

    void mark(Mark mark) {
        jdbc.update(
                "insert into outgoing_mark (place, mark) values (?, ?)"
                        + " on conflict (place) do update set mark = excluded.mark",
                place.value(),
                mark.text());
    }

    /** Puts a message behind the others of its receiver; the same control id only once. */
    void add(String subscriber, Kind kind, String controlId, String about, byte[] content, Instant now) {
        jdbc.update("""
            insert into outgoing (place, subscriber, kind, control_id, about, content, queued_at, due_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict (place, subscriber, control_id) do nothing
            """, place.value(), subscriber, kind.name(), controlId, about, content, at(now), at(now));
    }

    /** Notes which discharge summary a message carries. */
    void carries(String subscriber, String controlId, String stay, int summary) {
        jdbc.update(
                "update outgoing set stay = ?, summary = ? where place = ? and subscriber = ? and control_id = ?",
                stay,
                summary,
                place.value(),
                subscriber,
                controlId);
    }

    /** A discharge summary that was sent by message: of which stay, which of its facts, and to which system. */
    record Carried(String stay, int summary, String subscriber) {}

    /** What the messages with this id carry. */
    List<Carried> carried(String controlId) {
        return jdbc.query(
                "select stay, summary, subscriber from outgoing where place = ? and control_id = ? and stay is not"
                        + " null",
                (row, n) -> new Carried(row.getString(1), row.getInt(2), row.getString(3)),
                place.value(),
                controlId);
    }

    /** Takes the first message of a receiver for a while, so that no other server sends it at the same time. */
    Optional<Letter> take(String subscriber, Instant now, Duration lease) {
        return jdbc
                .query(
                        """
                            update outgoing set due_at = ?, attempts = attempts + 1
                            where place = ? and number = (
                                select number from outgoing where place = ? and subscriber = ? and state = 'WAITING'
                                order by number limit 1 for update skip locked)
                              and due_at <= ?
                            returning
                            """ + COLUMNS,
                        Outbox::letter,
                        at(now.plus(lease)),
                        place.value(),
                        place.value(),
                        subscriber,
                        at(now))
                .stream()
                .findFirst();
    }

    byte[] content(long number) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select content from outgoing where place = ? and number = ?", byte[].class, place.value(), number));
    }

    /** It waits for another try. */
    void again(Letter letter, String problem, Instant due) {
        jdbc.update(
                "update outgoing set due_at = ?, problem = ? where place = ? and number = ?",
                at(due),
                problem,
                place.value(),
                letter.number());
    }

    void settle(long number, Letter.State state, String problem, String answer, Instant now) {
        jdbc.update(
                "update outgoing set state = ?, problem = ?, answer = ?, settled_at = ? where place = ? and number = ?",
                state.name(),
                problem,
                answer,
                at(now),
                place.value(),
                number);
    }

    /** What a receiver says later of a message that it had taken; false if it never had it. */
    boolean acknowledge(String controlId, boolean yes, String words, Instant now) {
        return jdbc.update(
                        "update outgoing set state = ?, answer = ?, problem = ?, settled_at = ?"
                                + " where place = ? and control_id = ? and kind in ('DISCHARGE', 'REFERRAL')",
                        (yes ? Letter.State.SENT : Letter.State.REFUSED).name(),
                        words,
                        yes ? "" : words,
                        at(now),
                        place.value(),
                        controlId)
                > 0;
    }

    /** Puts one that nobody took behind those that wait; false if it does not wait for somebody any more. */
    boolean replay(long number, Instant now) {
        return jdbc.update(
                        "update outgoing set state = 'WAITING', attempts = 0, queued_at = ?, due_at = ?, settled_at ="
                                + " null where place = ? and number = ? and state in ('REFUSED', 'DEAD')",
                        at(now),
                        at(now),
                        place.value(),
                        number)
                > 0;
    }

    /** Puts all that this receiver did not take into the queue again. */
    int replayAll(String subscriber, Instant now) {
        return jdbc.update(
                "update outgoing set state = 'WAITING', attempts = 0, queued_at = ?, due_at = ?, settled_at = null"
                        + " where place = ? and subscriber = ? and state in ('REFUSED', 'DEAD')",
                at(now),
                at(now),
                place.value(),
                subscriber);
    }

    boolean setAside(long number, String why, Instant now) {
        return jdbc.update(
                        "update outgoing set state = 'SET_ASIDE', answer = ?, settled_at = ?"
                                + " where place = ? and number = ? and state in ('REFUSED', 'DEAD')",
                        why,
                        at(now),
                        place.value(),
                        number)
                > 0;
    }

    Optional<Letter> find(long number) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from outgoing where place = ? and number = ?",
                        Outbox::letter,
                        place.value(),
                        number)
                .stream()
                .findFirst();
    }

    /** Those that wait for somebody, the oldest first. */
    List<Letter> listForSomebody(int most) {
        return jdbc.query(
                "select " + COLUMNS + " from outgoing where place = ? and state in ('REFUSED', 'DEAD')"
                        + " order by number limit ?",
                Outbox::letter,
                place.value(),
                most);
    }

    /** The latest, of one receiver or of all, whose id or subject contains these words. */
    List<Letter> listLatest(String subscriber, String words, int most) {
        return jdbc.query(
                "select " + COLUMNS + " from outgoing where place = ? and (? = '' or subscriber = ?)"
                        + " and (? = '' or strpos(lower(control_id || ' ' || about || ' ' || problem), lower(?)) > 0)"
                        + " order by number desc limit ?",
                Outbox::letter,
                place.value(),
                subscriber,
                subscriber,
                words,
                words,
                most);
    }

    Map<String, Counts> counts() {
        Map<String, Counts> counts = new HashMap<>();
        jdbc.query(
                """
                select subscriber, count(*) filter (where state = 'WAITING'),
                    count(*) filter (where state in ('REFUSED', 'DEAD')), count(*) filter (where state = 'SENT'),
                    min(queued_at) filter (where state = 'WAITING') as oldest,
                    max(settled_at) filter (where state = 'SENT') as last
                from outgoing where place = ? group by subscriber
                """,
                row -> {
                    counts.put(
                            row.getString(1),
                            new Counts(
                                    row.getLong(2), row.getLong(3), row.getLong(4), instant(row, 5), instant(row, 6)));
                },
                place.value());
        return counts;
    }

    /** Drops what was taken or set aside before this moment: the journal has what it told. */
    int forgetBefore(Instant moment) {
        return jdbc.update(
                "delete from outgoing where place = ? and state in ('SENT', 'SET_ASIDE') and settled_at < ?",
                place.value(),
                at(moment));
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        return new Letter(
                row.getLong(1),
                row.getString(2),
                Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                Objects.requireNonNull(instant(row, 6)),
                row.getInt(7),
                Letter.State.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                instant(row, 11));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
