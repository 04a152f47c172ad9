package uk.homeward.server.response;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.PlaceKey;

/** Reads what somebody has to do. */
@Component
class Tasks {

    static final int MOST = 100;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Tasks(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /**
     * The tasks that are written down for the user, their role or their teams and are due before a moment, overdue first;
     * visits belong to the team that has the journey. Tasks without a date come last.
     */
    List<Task> list(User user, Instant before) {
        return jdbc.query(
                """
                select t.journey, t.kind, t.id, t.what, t.owner, t.due_at, p.given || ' ' || p.family, j.team
                from task t
                join journey j on j.place = t.place and j.id = t.journey
                join person p on p.place = j.place and p.id = j.person
                where t.place = ? and (t.due_at is null or t.due_at < ?) and p.died_at is null
                  and (t.owner = any (?) or (t.owner = '' and (j.staff = ? or (j.staff = '' and j.team = any (?)))))
                order by t.due_at nulls last, t.journey, t.id
                limit ?
                """,
                (row, n) -> {
                    OffsetDateTime due = row.getObject(6, OffsetDateTime.class);
                    return new Task(
                            row.getString(1),
                            Task.Kind.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            due == null ? null : due.toInstant(),
                            row.getString(7),
                            row.getString(8));
                },
                place.value(),
                before.atOffset(ZoneOffset.UTC),
                owners(user),
                user.id(),
                user.teams().toArray(String[]::new),
                MOST);
    }

    private static String[] owners(User user) {
        List<String> owners = new java.util.ArrayList<>(user.teams());
        owners.addAll(List.of(user.id(), user.name(), user.role().word()));
        return owners.toArray(String[]::new);
    }
}
