package uk.homeward.server.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Keeps who follows which measure, and what they were told. */
@Repository
class Subscriptions {

    private static final String COLUMNS = "user_id, measure, rhythm, email, told_of";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Subscriptions(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    Optional<Subscription> find(User user, String measure) {
        return of(user).stream().filter(s -> s.measure().equals(measure)).findFirst();
    }

    List<Subscription> of(User user) {
        return jdbc.query(
                "select " + COLUMNS + " from measure_subscription where place = ? and user_id = ? order by measure",
                (row, n) -> read(row),
                place.value(),
                user.id());
    }

    List<Subscription> list() {
        return jdbc.query(
                "select " + COLUMNS + " from measure_subscription where place = ?",
                (row, n) -> read(row),
                place.value());
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("user_id"),
                row.getString("measure"),
                Subscription.Rhythm.valueOf(row.getString("rhythm")),
                row.getString("email"),
                row.getObject("told_of", LocalDate.class));
    }

    /** @param toldOf the last week that is known already: it is no news */
    void follow(
            User user,
            String measure,
            Subscription.Rhythm rhythm,
            String email,
            @Nullable LocalDate toldOf,
            Instant at) {
        jdbc.update("""
            insert into measure_subscription (place, user_id, measure, rhythm, email, since, told_of)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (place, user_id, measure) do update set rhythm = excluded.rhythm, email = excluded.email
            """, place.value(), user.id(), measure, rhythm.name(), email, at.atOffset(ZoneOffset.UTC), toldOf);
    }

    void leave(User user, String measure) {
        jdbc.update(
                "delete from measure_subscription where place = ? and user_id = ? and measure = ?",
                place.value(),
                user.id(),
                measure);
    }

    /** Notes that a week was told, with a notice where there is something to say. Of two who tell at once one does. */
    @Transactional
    void told(Subscription s, LocalDate week, @Nullable String words, Instant at) {
        int first = jdbc.update("""
            update measure_subscription set told_of = ?
            where place = ? and user_id = ? and measure = ? and (told_of is null or told_of < ?)
            """, week, place.value(), s.userId(), s.measure(), week);
        if (first == 1 && words != null) {
            jdbc.update(
                    "insert into notice (place, user_id, measure, words, email, made_at) values (?, ?, ?, ?, ?, ?)",
                    place.value(),
                    s.userId(),
                    s.measure(),
                    words,
                    s.email(),
                    at.atOffset(ZoneOffset.UTC));
        }
    }

    List<Notice> notices(User user) {
        return jdbc.query(
                "select * from notice where place = ? and user_id = ? order by made_at desc, id desc limit 100",
                (row, n) -> notice(row),
                place.value(),
                user.id());
    }

    int unread(User user) {
        Integer count = jdbc.queryForObject(
                "select count(*) from notice where place = ? and user_id = ? and read_at is null",
                Integer.class,
                place.value(),
                user.id());
        return count == null ? 0 : count;
    }

    void read(User user, Instant at) {
        jdbc.update(
                "update notice set read_at = ? where place = ? and user_id = ? and read_at is null",
                at.atOffset(ZoneOffset.UTC),
                place.value(),
                user.id());
    }

    /** Messages that wait to be sent, the oldest first. */
    List<Notice> toSend() {
        return jdbc.query(
                "select * from notice where place = ? and email <> '' and sent_at is null order by made_at limit 50",
                (row, n) -> notice(row),
                place.value());
    }

    void sent(long id, Instant at) {
        jdbc.update(
                "update notice set sent_at = ?, fault = null where place = ? and id = ?",
                at.atOffset(ZoneOffset.UTC),
                place.value(),
                id);
    }

    void failed(long id, String fault) {
        jdbc.update("update notice set fault = ? where place = ? and id = ?", fault, place.value(), id);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("measure"),
                row.getString("words"),
                row.getString("email"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                row.getString("fault"),
                instant(row.getObject("read_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
