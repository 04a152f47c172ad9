package uk.homeward.insight.events;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.events.FactTable.Keeping;

/** New rows in memory, before they are written. */
final class Staging implements AutoCloseable {

    private final DuckDBConnection connection;
    private final Map<FactTable, DuckDBAppender> rows = new EnumMap<>(FactTable.class);
    private final Map<FactTable, DuckDBAppender> replaced = new EnumMap<>(FactTable.class);
    private long events;

    Staging() {
        try {
            connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            for (FactTable table : FactTable.values()) {
                execute("CREATE TABLE " + staged(table) + " (part VARCHAR, " + columns(table) + ")");
                if (table.keeping() == Keeping.REPLACED) {
                    execute("CREATE TABLE " + gone(table) + " (part VARCHAR, key BIGINT)");
                }
            }
        } catch (SQLException e) {
            throw new PublishingFailure("DuckDB did not start: " + e.getMessage(), "make room for temporary files", e);
        }
    }

    static String staged(FactTable table) {
        return "staged_" + table.title();
    }

    static String gone(FactTable table) {
        return "replaced_" + table.title();
    }

    static String columns(FactTable table) {
        return table.columns().stream()
                .map(c -> '"' + c.name() + "\" " + c.type())
                .collect(Collectors.joining(", "));
    }

    static String names(FactTable table) {
        return table.columns().stream().map(c -> '"' + c.name() + '"').collect(Collectors.joining(", "));
    }

    DuckDBConnection connection() {
        return connection;
    }

    void add(FactTable table, String part, FactRow row) {
        try {
            DuckDBAppender to = appender(rows, table, staged(table));
            to.beginRow().append(part);
            for (@Nullable Object value : row.values()) {
                append(to, value);
            }
            to.endRow();
            if (table == FactTable.EVENTS) {
                events++;
            }
        } catch (SQLException e) {
            throw new PublishingFailure("a row could not be kept: " + e.getMessage(), "free some memory", e);
        }
    }

    void replace(FactTable table, String part, long key) {
        try {
            appender(replaced, table, gone(table))
                    .beginRow()
                    .append(part)
                    .append(key)
                    .endRow();
        } catch (SQLException e) {
            throw new PublishingFailure("a row could not be kept: " + e.getMessage(), "free some memory", e);
        }
    }

    /** How many events are here. */
    long events() {
        return events;
    }

    private DuckDBAppender appender(Map<FactTable, DuckDBAppender> all, FactTable table, String name)
            throws SQLException {
        DuckDBAppender known = all.get(table);
        if (known == null) {
            known = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name);
            all.put(table, known);
        }
        return known;
    }

    private static void append(DuckDBAppender to, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> to.appendNull();
            case String v -> to.append(v);
            case Long v -> to.append(v.longValue());
            case Integer v -> to.append(v.intValue());
            case Double v -> to.append(v.doubleValue());
            case Boolean v -> to.append(v.booleanValue());
            case LocalDate v -> to.append(v);
            case LocalDateTime v -> to.append(v);
            default ->
                throw new IllegalArgumentException(
                        "no column holds a " + value.getClass().getSimpleName());
        }
    }

    /** Makes all rows visible to queries. */
    void settle() throws SQLException {
        for (DuckDBAppender appender : rows.values()) {
            appender.close();
        }
        for (DuckDBAppender appender : replaced.values()) {
            appender.close();
        }
        rows.clear();
        replaced.clear();
    }

    void clear() throws SQLException {
        for (FactTable table : FactTable.values()) {
            execute("DELETE FROM " + staged(table));
            if (table.keeping() == Keeping.REPLACED) {
                execute("DELETE FROM " + gone(table));
            }
        }
        events = 0;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new PublishingFailure("DuckDB did not close: " + e.getMessage(), "try again", e);
        }
    }
}
