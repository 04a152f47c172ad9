package uk.homeward.server.hospital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.event.FlowEvent.TaskKind;
import uk.homeward.journey.flow.Due;
import uk.homeward.server.journal.PlaceKey;

/** Reads people in hospital for the boards. */
@Repository
public class StayLines {

    private static final String COLUMNS = """
            select s.id as stay, coalesce(f.version, 0) as version, s.person, p.given || ' ' || p.family as name, p.born,
                   p.nhs_number, p.lives_alone, s.site, coalesce(s.location, '') as location, s.admitted_at,
                   coalesce(f.consultant, '') as consultant, f.expected, coalesce(f.expected_changes, 0) as expected_changes,
                   coalesce(f.criteria, '') as criteria, f.reviewed_at, f.meets, coalesce(f.criterion, '') as criterion,
                   f.ready_since, f.pathway, coalesce(f.need, '') as need, coalesce(f.bed_asked, false) as bed_asked,
                   coalesce(f.hold_up, '') as hold_up, f.hold_up_since, coalesce(f.hold_up_note, '') as hold_up_note,
                   coalesce(f.moves, 0) as moves, coalesce(f.harms, 0) as harms, f.judged_day, f.judged_green,
                   coalesce(f.judged_reason, '') as judged_reason, coalesce(f.destination, '') as destination,
                   f.departure_at, coalesce(f.arrival_check, '') as arrival_check, f.due_kind, f.due_at
            from spell s join person p on p.place = s.place and p.id = s.person
            left join flow f on f.place = s.place and f.stay = s.id
            """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    StayLines(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** How a ward's board is sorted. */
    public enum Sort {
        DUE("What is late or about to be", "f.due_at nulls last, s.admitted_at, s.id"),
        LONGEST("Longest stay", "s.admitted_at, s.id"),
        READY("Ready longest", "f.ready_since nulls last, s.admitted_at, s.id"),
        EXPECTED("Expected date", "f.expected nulls first, s.admitted_at, s.id"),
        BED("Bed", "s.location, s.id"),
        NAME("Name", "p.family, p.given, s.id");

        private final String title;
        private final String order;

        Sort(String title, String order) {
            this.title = title;
            this.order = order;
        }

        public String title() {
            return title;
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Sort of(String word) {
            for (Sort sort : values()) {
                if (sort.word().equals(word)) {
                    return sort;
                }
            }
            return DUE;
        }
    }

    /** Everybody in a bed of one ward. */
    List<StayLine> onWard(String site, String ward, Sort sort) {
        return withTasks(jdbc.query(
                COLUMNS
                        + " where s.place = ? and s.site = ? and s.discharged_at is null and s.state = 'ADMITTED'"
                        + " and (s.location = ? or s.location like ?) order by " + sort.order,
                (row, n) -> line(row),
                place.value(),
                site,
                ward,
                ward.replaceAll("[%_\\\\]", "") + "/%"));
    }

    /** What a list of people who are ready is narrowed to; an empty value narrows nothing. */
    record Narrow(
            String site, String pathway, String cause, List<String> causes, int minNights, Instant admittedBefore) {
        Narrow {
            causes = List.copyOf(causes);
        }
    }

    /** Everybody who is ready in one of these hospitals, the longest first; at most {@code limit}. */
    List<StayLine> ready(List<String> sites, Narrow narrow, int limit, int offset) {
        List<Object> values = new ArrayList<>(List.of(place.value(), sites.toArray(String[]::new)));
        StringBuilder where = new StringBuilder(
                " where s.place = ? and s.site = any (?) and s.discharged_at is null and s.state = 'ADMITTED'"
                        + " and f.left_at is null and f.ready_since is not null");
        with(where, values, " and s.site = ?", narrow.site());
        if (narrow.pathway().matches("[0-3]")) {
            where.append(" and f.pathway = ?");
            values.add(Integer.parseInt(narrow.pathway()));
        } else if (narrow.pathway().equals("unknown")) {
            where.append(" and f.pathway is null");
        }
        if (narrow.cause().equals("unnamed")) {
            where.append(" and f.hold_up = ''");
        } else {
            with(where, values, " and f.hold_up = ?", narrow.cause());
        }
        if (!narrow.causes().isEmpty()) {
            where.append(" and f.hold_up = any (?)");
            values.add(narrow.causes().toArray(String[]::new));
        }
        if (narrow.minNights() > 0) {
            where.append(" and s.admitted_at < ?");
            values.add(narrow.admittedBefore().atOffset(java.time.ZoneOffset.UTC));
        }
        values.add(limit);
        values.add(offset);
        return withTasks(jdbc.query(
                COLUMNS + where + " order by f.ready_since, s.id limit ? offset ?",
                (row, n) -> line(row),
                values.toArray()));
    }

    /** People by their stays, in the order of the stays' admission; those who left too. */
    List<StayLine> named(List<String> stays) {
        return jdbc.query(
                COLUMNS + " where s.place = ? and s.id = any (?) order by s.admitted_at, s.id",
                (row, n) -> line(row),
                place.value(),
                stays.toArray(String[]::new));
    }

    private static void with(StringBuilder where, List<Object> values, String condition, String value) {
        if (!value.isEmpty()) {
            where.append(condition);
            values.add(value);
        }
    }

    private List<StayLine> withTasks(List<StayLine> lines) {
        Map<String, List<StayLine.OpenTask>> tasks = new HashMap<>();
        jdbc.query(
                "select stay, kind, what, stage, deliver_to, due_at from flow_task"
                        + " where place = ? and stay = any (?) and ended_at is null order by due_at",
                row -> {
                    tasks.computeIfAbsent(row.getString(1), stay -> new ArrayList<>())
                            .add(new StayLine.OpenTask(
                                    TaskKind.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant()));
                },
                place.value(),
                lines.stream().map(StayLine::stay).toArray(String[]::new));
        return lines.stream()
                .map(line ->
                        tasks.containsKey(line.stay()) ? line.with(tasks.getOrDefault(line.stay(), List.of())) : line)
                .toList();
    }

    private static StayLine line(ResultSet row) throws SQLException {
        String location = row.getString("location");
        int slash = location.indexOf('/');
        String due = row.getString("due_kind");
        return new StayLine(
                row.getString("stay"),
                row.getInt("version"),
                row.getString("person"),
                row.getString("name"),
                row.getObject("born", LocalDate.class),
                row.getString("nhs_number"),
                row.getBoolean("lives_alone"),
                row.getString("site"),
                slash < 0 ? location : location.substring(0, slash),
                slash < 0 ? "" : location.substring(slash + 1).replace("/", " "),
                at(row, "admitted_at"),
                row.getString("consultant"),
                row.getObject("expected", LocalDate.class),
                row.getInt("expected_changes"),
                row.getString("criteria"),
                at(row, "reviewed_at"),
                row.getObject("meets", Boolean.class),
                row.getString("criterion"),
                at(row, "ready_since"),
                row.getObject("pathway", Integer.class),
                StayLine.needs(row.getString("need")),
                row.getBoolean("bed_asked"),
                row.getString("hold_up"),
                at(row, "hold_up_since"),
                row.getString("hold_up_note"),
                row.getInt("moves"),
                row.getInt("harms"),
                row.getObject("judged_day", LocalDate.class),
                row.getObject("judged_green", Boolean.class),
                row.getString("judged_reason"),
                row.getString("destination"),
                at(row, "departure_at"),
                row.getString("arrival_check"),
                due == null ? null : Due.Kind.valueOf(due),
                at(row, "due_at"),
                List.of());
    }

    static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** How many are in a bed of each ward, how many of them are ready, and how many have something late. */
    Map<String, WardCount> counts(Instant now) {
        Map<String, WardCount> counts = new HashMap<>();
        jdbc.query(
                """
                select split_part(s.location, '/', 1), count(*), count(f.ready_since), count(*) filter (where f.due_at < ?)
                from spell s left join flow f on f.place = s.place and f.stay = s.id
                where s.place = ? and s.discharged_at is null and s.state = 'ADMITTED' and s.location is not null
                group by 1
                """,
                row -> {
                    counts.put(row.getString(1), new WardCount(row.getInt(2), row.getInt(3), row.getInt(4)));
                },
                now.atOffset(java.time.ZoneOffset.UTC),
                place.value());
        return counts;
    }

    /** One ward in figures. */
    public record WardCount(int people, int ready, int late) {
        public static final WardCount NONE = new WardCount(0, 0, 0);
    }
}
