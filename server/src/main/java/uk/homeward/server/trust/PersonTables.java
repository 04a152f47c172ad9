package uk.homeward.server.trust;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.server.journal.PlaceKey;

/**
 * Every row that the database keeps of one person, as CSV. Which tables there are is asked of the database: those that name a
 * person, and those that name something of theirs, such as a journey. So a new table is in it without anybody thinking of it.
 */
@Component
class PersonTables {

    private static final String NAMING_A_PERSON = """
        select c.table_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and c.column_name = 'person' and t.table_type = 'BASE TABLE'
        order by 1
        """;
    /** Pairs of a table and of the column by which it names a row of another one that names a person. */
    private static final String NAMING_SOMETHING_OF_THEIRS = """
        select c.table_name, c.column_name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        join information_schema.columns owner on owner.table_schema = c.table_schema
            and owner.table_name = c.column_name and owner.column_name = 'person'
        join information_schema.columns named on named.table_schema = c.table_schema
            and named.table_name = c.column_name and named.column_name = 'id'
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'text'
            and not exists (select 1 from information_schema.columns own where own.table_schema = c.table_schema
                            and own.table_name = c.table_name and own.column_name = 'person')
        order by 1, 2
        """;

    private static final String EVENTS = """
        select position, subject_kind, subject_id, sequence, type, occurred_at, recorded_at, actor_name, actor_role,
               organisation, payload from event
        where place = ? and (subject_kind in ('PERSON', 'CONSENT') and subject_id = any (?)
            or (subject_kind, subject_id) in (select 'JOURNEY', id from journey where place = ? and person = any (?)
                union all select 'FLOW', id from spell where place = ? and person = any (?)
                union all select 'SPELL', regexp_replace(id, '/[^/]*$', '') from spell where place = ? and person = any (?)
                union all select 'GLASS', id from glass where place = ? and person = any (?)
                union all select 'ASSESSMENT', id from assessment where place = ? and person = any (?)
                union all select 'SEARCH', id from search where place = ? and person = any (?)
                union all select 'PACKAGE', id from package where place = ? and person = any (?)
                union all select 'HOLD', id from hold where place = ? and person = any (?)
                union all select 'PRESCRIPTION', id from social_prescription where place = ? and person = any (?)))
        order by position
        """;
    private static final int SUBJECTS_OF_EVENTS = 10;
    /** What a machine keeps for itself and says nothing of anybody. */
    private static final Set<String> OURS = Set.of("match_keys", "transaction", "era", "cuts", "rewritten");

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    PersonTables(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** The tables that hold something of these records of one person, by name; those that hold nothing are left out. */
    Map<String, byte[]> of(String[] records) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        put(tables, "person", "select * from person where place = ? and id = any (?)", place.value(), records);
        for (String table : jdbc.queryForList(NAMING_A_PERSON, String.class)) {
            put(
                    tables,
                    table,
                    "select * from \"" + table + "\" where place = ? and person = any (?)",
                    place.value(),
                    records);
        }
        jdbc.query(NAMING_SOMETHING_OF_THEIRS, row -> {
            theirs(tables, row.getString(1), row.getString(2), records);
        });
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < SUBJECTS_OF_EVENTS; i++) {
            values.add(place.value());
            values.add(records);
        }
        put(tables, "event", EVENTS, values.toArray());
        return tables;
    }

    private void theirs(Map<String, byte[]> tables, String table, String owner, String[] records) {
        put(
                tables,
                tables.containsKey(table) ? table + "-by-" + owner : table,
                "select t.* from \"%1$s\" t join \"%2$s\" o on o.place = t.place and o.id = t.\"%2$s\" where t.place = ? and o.person = any (?)"
                        .formatted(table, owner),
                place.value(),
                records);
    }

    private void put(Map<String, byte[]> tables, String name, String sql, Object... values) {
        StringBuilder csv = new StringBuilder();
        jdbc.query(
                sql,
                row -> {
                    if (csv.isEmpty()) {
                        csv.append(line(names(row)));
                    }
                    csv.append(line(cells(row)));
                },
                values);
        if (!csv.isEmpty()) {
            tables.put(name, csv.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(ResultSet row) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i);
            if (!OURS.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (String name : names(row)) {
            String cell = row.getString(name);
            cells.add(cell == null ? "" : cell);
        }
        return cells;
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            // a leading sign would make a formula of it in a spreadsheet
            String safe = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
            line.append(line.isEmpty() ? "\"" : ",\"")
                    .append(safe.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append("\r\n").toString();
    }
}
