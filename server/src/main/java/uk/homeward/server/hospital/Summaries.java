package uk.homeward.server.hospital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.flow.Limits;
import uk.homeward.server.journal.PlaceKey;

/** Reads the discharge summaries: for a receiver those sent to them, for hospitals those that nobody has read in time. */
@Repository
public class Summaries {

    private static final int MOST = 100;
    private static final Duration LATELY = Duration.ofDays(30);
    private static final String COLUMNS = """
        select r.stay, r.name, r.organisation, r.sent_at, r.read_at, r.read_by, r.outdated, r.complete,
               s.site, coalesce(s.location, '') as location, s.discharged_at, p.given || ' ' || p.family as person
        from summary_sent r join spell s on s.place = r.place and s.id = r.stay
        join person p on p.place = s.place and p.id = s.person
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;

    Summaries(JdbcTemplate jdbc, PlaceKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /**
     * A summary to one receiver.
     *
     * @param leftAt null while the person is still in hospital
     * @param readAt null until somebody there has read it
     * @param outdated a decision changed since: the hospital has to send it again
     */
    public record Line(
            String stay,
            String person,
            String receiver,
            String organisation,
            String site,
            String ward,
            @Nullable Instant leftAt,
            Instant sentAt,
            @Nullable Instant readAt,
            String readBy,
            boolean outdated,
            int complete) {

        public String ref() {
            return StayRef.encode(stay);
        }

        /** By when somebody should have read it. */
        public Instant due() {
            return sentAt.plus(Limits.SUMMARY);
        }
    }

    /** What waits for this receiver, the longest first. */
    List<Line> waiting(String organisation) {
        return jdbc.query(
                COLUMNS + " where r.place = ? and r.organisation = ? and r.read_at is null order by r.sent_at limit ?",
                (row, n) -> line(row),
                key.value(),
                organisation,
                MOST);
    }

    /** What this receiver has read lately, the latest first. */
    List<Line> read(String organisation, Instant now) {
        return jdbc.query(
                COLUMNS + " where r.place = ? and r.organisation = ? and r.read_at > ? order by r.read_at desc limit ?",
                (row, n) -> line(row),
                key.value(),
                organisation,
                now.minus(LATELY).atOffset(ZoneOffset.UTC),
                MOST);
    }

    /** What these hospitals sent and nobody has read in time, or has to be sent again; the longest first. */
    List<Line> late(List<String> sites, Instant now) {
        return jdbc.query(
                COLUMNS + """
                     where r.place = ? and s.site = any (?) and s.discharged_at > ?
                       and (r.outdated or r.read_at is null and r.sent_at < ?)
                    order by r.sent_at limit ?
                    """,
                (row, n) -> line(row),
                key.value(),
                sites.toArray(String[]::new),
                now.minus(LATELY).atOffset(ZoneOffset.UTC),
                now.minus(Limits.SUMMARY).atOffset(ZoneOffset.UTC),
                MOST);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("stay"),
                row.getString("person"),
                row.getString("name"),
                row.getString("organisation"),
                row.getString("site"),
                row.getString("location").split("/", 2)[0],
                StayLines.at(row, "discharged_at"),
                Objects.requireNonNull(StayLines.at(row, "sent_at")),
                StayLines.at(row, "read_at"),
                row.getString("read_by"),
                row.getBoolean("outdated"),
                row.getInt("complete"));
    }
}
