package uk.homeward.server.exchange.rest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Subscribers and what is still to be told to each, in its order; written in the transaction of the resource itself. */
@Component("fhirOutbox")
class Outbox {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Outbox(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /**
     * Who wants to be told.
     *
     * @param payload true if the resource itself is sent
     * @param user as whom it is read
     */
    record Subscriber(
            String id,
            String type,
            String criteria,
            String endpoint,
            boolean payload,
            List<String> headers,
            User user) {}

    /** One thing to be told. */
    record Letter(
            long number,
            String type,
            String id,
            Instant queuedAt,
            int attempts,
            @Nullable String problem) {

        String reference() {
            return type + "/" + id;
        }
    }

    void add(Subscriber subscriber, boolean active) {
        User user = subscriber.user();
        jdbc.update(
                """
                insert into subscription (place, id, type, criteria, endpoint, payload, headers, active, user_id, user_name, role,
                                          organisation, teams)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place, id) do update set type = excluded.type, criteria = excluded.criteria,
                    endpoint = excluded.endpoint, payload = excluded.payload, headers = excluded.headers,
                    active = excluded.active, user_id = excluded.user_id, user_name = excluded.user_name,
                    role = excluded.role, teams = excluded.teams
                """,
                place.value(),
                subscriber.id(),
                subscriber.type(),
                subscriber.criteria(),
                subscriber.endpoint(),
                subscriber.payload(),
                String.join("\n", subscriber.headers()),
                active,
                user.id(),
                user.name(),
                user.role().word(),
                user.organisation(),
                String.join(",", user.teams()));
    }

    void forget(String subscription) {
        jdbc.update("delete from subscription where place = ? and id = ?", place.value(), subscription);
        jdbc.update("delete from notification where place = ? and subscription = ?", place.value(), subscription);
    }

    /** The subscribers for whom something is due. */
    List<Subscriber> listDue(Instant now) {
        return jdbc.query("""
            select s.id, s.type, s.criteria, s.endpoint, s.payload, s.headers, s.user_id, s.user_name, s.role,
                   s.organisation, s.teams
            from subscription s
            where s.place = ? and s.active
              and (select n.due_at from notification n
                   where n.place = s.place and n.subscription = s.id and not n.dead order by n.number limit 1) <= ?
            """, Outbox::subscriber, place.value(), utc(now));
    }

    private static Subscriber subscriber(ResultSet row, int n) throws SQLException {
        return new Subscriber(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                list(row.getString(6), "\n"),
                new User(
                        row.getString(7),
                        row.getString(8),
                        Role.find(row.getString(9)).orElseThrow(),
                        row.getString(10),
                        list(row.getString(11), ",")));
    }

    private static List<String> list(String text, String between) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(between));
    }

    /** Takes the first letter of a subscriber for a while, so that no other server tells it at the same time. */
    Optional<Letter> take(String subscription, Instant now, Duration lease) {
        return jdbc
                .query("""
                    update notification set due_at = ?, attempts = attempts + 1
                    where place = ? and number = (
                        select number from notification where place = ? and subscription = ? and not dead
                        order by number limit 1 for update skip locked)
                      and due_at <= ?
                    returning number, type, id, queued_at, attempts, problem
                    """, Outbox::letter, utc(now.plus(lease)), place.value(), place.value(), subscription, utc(now))
                .stream()
                .findFirst();
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        return new Letter(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getInt(5),
                row.getString(6));
    }

    /** The subscriber said yes, or it was nothing for them. */
    void done(Letter letter, String subscription, boolean told, Instant now) {
        jdbc.update("delete from notification where place = ? and number = ?", place.value(), letter.number());
        if (told) {
            jdbc.update(
                    "update subscription set delivered = delivered + 1, delivered_at = ? where place = ? and id = ?",
                    utc(now),
                    place.value(),
                    subscription);
        }
    }

    void failed(Letter letter, String problem, Instant again, boolean dead) {
        jdbc.update(
                "update notification set due_at = ?, problem = ?, dead = ? where place = ? and number = ?",
                utc(again),
                problem,
                dead,
                place.value(),
                letter.number());
    }

    List<Letter> listDead(String subscription) {
        return jdbc.query(
                "select number, type, id, queued_at, attempts, problem from notification"
                        + " where place = ? and subscription = ? and dead order by number limit 1000",
                Outbox::letter,
                place.value(),
                subscription);
    }

    /** Every subscription with what it was told and what waits, for the page. */
    List<SubscriberLine> listStanding() {
        return jdbc.query(
                """
                select s.id, s.criteria, s.endpoint, s.organisation, s.active, s.delivered, s.delivered_at,
                    (select count(*) from notification n where n.place = s.place and n.subscription = s.id and not n.dead),
                    (select count(*) from notification n where n.place = s.place and n.subscription = s.id and n.dead),
                    coalesce((select n.problem from notification n where n.place = s.place and n.subscription = s.id
                              and n.problem is not null order by n.number limit 1), '')
                from subscription s where s.place = ? order by s.criteria, s.id limit 500
                """,
                (row, n) -> {
                    OffsetDateTime last = row.getObject(7, OffsetDateTime.class);
                    return new SubscriberLine(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getBoolean(5),
                            row.getLong(6),
                            last == null ? null : last.toInstant(),
                            row.getLong(8),
                            row.getLong(9),
                            row.getString(10));
                },
                place.value());
    }

    long countWaiting(String subscription) {
        Long count = jdbc.queryForObject(
                "select count(*) from notification where place = ? and subscription = ? and not dead",
                Long.class,
                place.value(),
                subscription);
        return count == null ? 0 : count;
    }

    int replay(String subscription) {
        return jdbc.update(
                "update notification set dead = false, attempts = 0, queued_at = now(), due_at = queued_at"
                        + " where place = ? and subscription = ? and dead",
                place.value(),
                subscription);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
