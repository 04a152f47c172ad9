package uk.homeward.server.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;

/** Reads lists of open journeys from the projections. */
@Component
public class Worklist {

    private static final String COLUMNS = """
        select j.id, j.pathway, j.version, j.person, p.given || ' ' || p.family as name, p.born, p.nhs_number,
               j.route, j.sender_kind, j.sender, j.reason, j.urgency, j.locality, j.state, j.at, j.since,
               j.opened_at, j.team, j.staff, j.staff_name, j.ready_since, j.delay_cause, j.due_standard,
               j.due_warn_at, j.due_at
        from
        """;
    private static final String PEOPLE = " j join person p on p.place = j.place and p.id = j.person ";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final SamePerson same;

    Worklist(JdbcTemplate jdbc, PlaceKey place, SamePerson same) {
        this.jdbc = jdbc;
        this.place = place;
        this.same = same;
    }

    /** Open journeys, at most one more than a page holds: the one more says that there is a next page. */
    public List<WorkLine> list(WorkQuery query) {
        List<Object> values = new ArrayList<>();
        values.add(place.value());
        values.addAll(query.values());
        values.add(WorkQuery.PAGE + 1);
        values.add(query.offset());
        String open = " where j.place = ? and j.ended_at is null" + query.conditions() + " order by " + query.order()
                + " limit ? offset ?";
        return jdbc.query(
                query.reachesPeople()
                        ? COLUMNS + "journey" + PEOPLE + open
                        // the page's journeys first: people are looked up only for those
                        : COLUMNS + "(select * from journey j" + open + ")" + PEOPLE + "order by " + query.order(),
                (row, n) -> line(row),
                values.toArray());
    }

    /** Every journey of a person, the newest first; the ended ones too. */
    public List<WorkLine> ofPerson(String person) {
        return jdbc.query(
                COLUMNS + "journey" + PEOPLE + "where j.place = ? and j.person = any (?) order by j.opened_at desc",
                (row, n) -> line(row),
                place.value(),
                same.array(person));
    }

    /**
     * How many open journeys stand at a step or decision.
     *
     * @param late how many of them have a clock that ran out
     */
    public record Count(String at, int open, int late) {}

    /** The counts of every step and decision at which somebody stands. */
    public Map<String, Count> counts(Instant now) {
        Map<String, Count> counts = new LinkedHashMap<>();
        jdbc.query(
                """
                select at, count(*), count(*) filter (where due_at < ?) from journey
                where place = ? and ended_at is null group by at
                """,
                row -> {
                    counts.put(row.getString(1), new Count(row.getString(1), row.getInt(2), row.getInt(3)));
                },
                now.atOffset(ZoneOffset.UTC),
                place.value());
        return counts;
    }

    /**
     * What one member of a team has in hand; {@code name} is empty for what nobody took on.
     *
     * @param late how many have a clock that ran out
     */
    public record Load(String staff, String name, int open, int late) {}

    /** How a team's open journeys are shared out, those that nobody took on first. */
    public List<Load> loads(String team, Instant now) {
        return jdbc.query(
                """
                select staff, max(staff_name), count(*), count(*) filter (where due_at < ?) from journey
                where place = ? and team = ? and ended_at is null group by staff order by staff = '' desc, 2
                """,
                (row, n) -> new Load(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)),
                now.atOffset(ZoneOffset.UTC),
                place.value(),
                team);
    }

    /** Those who have taken on journeys of this team before, by name. */
    public List<Colleague> colleagues(String team) {
        return jdbc.query(
                "select distinct staff, staff_name from journey where place = ? and team = ? and ended_at is null"
                        + " and staff <> '' order by staff_name limit 40",
                (row, n) -> new Colleague(row.getString(1), row.getString(2)),
                place.value(),
                team);
    }

    /** Somebody who can take a journey on. */
    public record Colleague(String user, String name) {}

    private static WorkLine line(ResultSet row) throws SQLException {
        return new WorkLine(
                row.getString("id"),
                row.getString("pathway"),
                row.getInt("version"),
                row.getString("person"),
                row.getString("name"),
                row.getObject("born", LocalDate.class),
                row.getString("nhs_number"),
                row.getString("route"),
                row.getString("sender_kind"),
                row.getString("sender"),
                row.getString("reason"),
                row.getString("urgency"),
                row.getString("locality"),
                row.getString("state"),
                row.getString("at"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("team"),
                row.getString("staff"),
                row.getString("staff_name"),
                instant(row, "ready_since"),
                row.getString("delay_cause"),
                row.getString("due_standard"),
                instant(row, "due_warn_at"),
                instant(row, "due_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
