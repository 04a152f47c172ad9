package uk.homeward.server.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a command on a journey may write, in the order in which it is written. Each statement takes any number of rows at
 * once, each column of them as one array, so that the commands of many are one message to the database.
 */
enum Written {
    EVENT("""
        insert into event (place, subject_kind, subject_id, sequence, type, occurred_at, recorded_at,
            actor_user, actor_name, actor_role, organisation, payload, idempotency_key)
        select place, subject_kind, subject_id, sequence, type, occurred_at, recorded_at,
            actor_user, actor_name, actor_role, organisation, payload, idempotency_key
        from {rows}
        """, """
            subject_kind text, subject_id text, sequence int, type text, occurred_at timestamptz,
            recorded_at timestamptz, actor_user text, actor_name text, actor_role text, organisation text, payload text,
            idempotency_key text
            """),
    JOURNEY_OPENED("""
        insert into journey (place, id, version, person, pathway, route, sender_kind, sender, reason, urgency,
            locality, opened_at, state, at, since, accepted, ended_at, outcome, team, staff, staff_name,
            coordinator, ready_since, delay_cause, delay_owner, due_standard, due_warn_at, due_at, by_hand)
        select place, id, version, person, pathway, route, sender_kind, sender, reason, urgency,
            locality, opened_at, state, at, since, accepted, ended_at, outcome, team, staff, staff_name,
            coordinator, ready_since, delay_cause, delay_owner, due_standard, due_warn_at, due_at, by_hand
        from {rows}
        """, """
            id text, version int, person text, pathway text, route text, sender_kind text, sender text, reason text,
            urgency text, locality text, opened_at timestamptz, state text, at text, since timestamptz, accepted bool,
            ended_at timestamptz, outcome text, team text, staff text, staff_name text, coordinator text,
            ready_since timestamptz, delay_cause text, delay_owner text, due_standard text, due_warn_at timestamptz,
            due_at timestamptz, by_hand bool
            """),
    JOURNEY_CHANGED("""
        update journey j set version = n.version, state = n.state, at = n.at, since = n.since,
            accepted = n.accepted, ended_at = n.ended_at, outcome = n.outcome, team = n.team, staff = n.staff,
            staff_name = n.staff_name, coordinator = n.coordinator, ready_since = n.ready_since,
            delay_cause = n.delay_cause, delay_owner = n.delay_owner, due_standard = n.due_standard,
            due_warn_at = n.due_warn_at, due_at = n.due_at, by_hand = n.by_hand
        from {rows}
        where j.place = n.place and j.id = n.id
        """, """
            id text, version int, state text, at text, since timestamptz, accepted bool, ended_at timestamptz,
            outcome text, team text, staff text, staff_name text, coordinator text, ready_since timestamptz,
            delay_cause text, delay_owner text, due_standard text, due_warn_at timestamptz, due_at timestamptz,
            by_hand bool
            """),
    CLOCK_GONE("""
        delete from clock c using {rows}
        where c.place = n.place and c.journey = n.journey and c.number = n.number
        """, "journey text, number int"),
    CLOCK("""
        insert into clock (place, journey, number, standard, started_at, warn_at, deadline, stopped_at, met)
        select place, journey, number, standard, started_at, warn_at, deadline, stopped_at, met from {rows}
        on conflict (place, journey, number) do update set standard = excluded.standard,
            started_at = excluded.started_at, warn_at = excluded.warn_at, deadline = excluded.deadline,
            stopped_at = excluded.stopped_at, met = excluded.met
        """, """
            journey text, number int, standard text, started_at timestamptz, warn_at timestamptz,
            deadline timestamptz, stopped_at timestamptz, met bool
            """),
    TASK_GONE("""
        delete from task t using {rows}
        where t.place = n.place and t.journey = n.journey and t.id = n.id
        """, "journey text, id text"),
    TASK("""
        insert into task (place, journey, id, kind, what, owner, due_at)
        select place, journey, id, kind, what, owner, due_at from {rows}
        """, "journey text, id text, kind text, what text, owner text, due_at timestamptz"),
    PLACE_LEFT("""
        delete from occupancy o using {rows}
        where o.place = n.place and o.journey = n.journey and o.pool = n.pool and o.unit = n.unit
        """, "journey text, pool text, unit text"),
    PLACE_TAKEN("""
        insert into occupancy (place, journey, pool, unit, spot, since)
        select place, journey, pool, unit, spot, since from {rows}
        """, "journey text, pool text, unit text, spot text, since timestamptz"),
    UNIT_COUNT("""
        update unit u set occupied = greatest(u.occupied + c.change, 0)
        from (select place, pool, unit, sum(change)::int as change from {rows}
            group by place, pool, unit order by pool, unit) c
        where u.place = c.place and u.pool = c.pool and u.unit = c.unit
        """, "pool text, unit text, change int");

    private record Column(String name, String type) {

        /** Moments come as seconds, which PostgreSQL reads to the microsecond and drivers send without making text. */
        boolean isMoment() {
            return type.equals("timestamptz");
        }

        String sent() {
            return isMoment() ? "float8" : type;
        }

        String read() {
            return isMoment() ? "to_timestamp(" + name + ") as " + name : name;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // of records, never changed
    private final List<Column> columns;

    private final String statement;

    /** {@code {rows}} stands for the rows, named {@code n}, with their place and these columns. */
    Written(String statement, String columns) {
        this.columns = Arrays.stream(columns.strip().split(",\\s+"))
                .map(column -> column.split(" "))
                .map(parts -> new Column(parts[0], parts[1]))
                .toList();
        this.statement = statement.strip().replace("{rows}", rows());
    }

    private String rows() {
        return columns.stream()
                .map(Column::read)
                .collect(Collectors.joining(
                        ", ",
                        "(select ?::text as place, ",
                        columns.stream()
                                        .map(c -> "?::" + c.sent() + "[]")
                                        .collect(Collectors.joining(", ", " from unnest(", ")"))
                                + columns.stream()
                                        .map(Column::name)
                                        .collect(Collectors.joining(", ", " as r (", ")) n"))));
    }

    String statement() {
        return statement;
    }

    /** How many values a row has. */
    int width() {
        return columns.size();
    }

    /** One column of these rows as the driver takes it. */
    Array column(Connection connection, int number, List<@Nullable Object[]> rows) throws SQLException {
        Column column = columns.get(number);
        @Nullable
        Object[] values = switch (column.sent()) {
            case "int" -> new Integer[rows.size()];
            case "bool" -> new Boolean[rows.size()];
            case "float8" -> new Double[rows.size()];
            case "text" -> new String[rows.size()];
            default -> throw new IllegalStateException("no column can be of the type (" + column.type() + ")");
        };
        for (int i = 0; i < values.length; i++) {
            Object value = rows.get(i)[number];
            values[i] = value instanceof Instant moment ? seconds(moment) : value;
        }
        return connection.createArrayOf(column.sent().equals("int") ? "int4" : column.sent(), values);
    }

    private static double seconds(Instant moment) {
        return (moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000) / 1e6;
    }
}
