package uk.homeward.insight.measures;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactTable;
import uk.homeward.insight.events.Published;

/** The tables that a measure sees: the published facts as they lie in a folder, and a few that follow from them. */
final class FactViews {

    private final FactFolder folder;

    FactViews(FactFolder folder) {
        this.folder = folder;
    }

    void into(Connection connection, Published published, @Nullable LocalDate countingFrom) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (FactTable table : FactTable.values()) {
                statement.execute("CREATE OR REPLACE VIEW " + table.title() + " AS " + rows(table));
            }
            statement.execute("CREATE OR REPLACE TABLE published AS SELECT TIMESTAMP '"
                    + published.asOf().toString().replace("T", " ").replace("Z", "") + "' AS as_of, DATE '"
                    + published.asOf().atZone(published.zone()).toLocalDate() + "' AS today, '" + published.source()
                    + "' AS source");
            statement.execute("CREATE OR REPLACE TABLE days AS " + DAYS
                    + (countingFrom == null ? "" : " WHERE day >= DATE '" + countingFrom + "'"));
            statement.execute("CREATE OR REPLACE VIEW capacities AS " + CAPACITIES);
            statement.execute("CREATE OR REPLACE VIEW nights AS " + nights("steps", "started_on", "left_on"));
            statement.execute("CREATE OR REPLACE VIEW delayed_nights AS " + nights("delays", "from_on", "until_on"));
            statement.execute("CREATE OR REPLACE VIEW ready_nights AS " + nights("ready", "from_on", "until_on"));
        }
    }

    private String rows(FactTable table) {
        if (folder.files(table).isEmpty()) {
            return table.columns().stream()
                    .map(c -> "CAST(NULL AS " + c.type() + ") AS \"" + c.name() + '"')
                    .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
        }
        String files = folder.path()
                .resolve(table.title())
                .resolve("*.parquet")
                .toAbsolutePath()
                .toString();
        return "SELECT * FROM read_parquet('" + files.replace("'", "''") + "')";
    }

    /**
     * One row for every midnight between two days of a row; of the days that were asked for, where that is known
     * ({@code from_on}), so that a refresh of the last weeks does not unfold ten years.
     */
    private static String nights(String table, String from, String until) {
        return """
            SELECT * EXCLUDE (since_day, until_day), CAST(unnest(range(CAST(since_day AS TIMESTAMP),
                CAST(until_day AS TIMESTAMP), INTERVAL 1 DAY)) AS DATE) AS day
            FROM (SELECT t.*, greatest(%2$s, getvariable('from_on')) AS since_day,
                    least(coalesce(%3$s, today), today) AS until_day
                FROM %1$s t, published
                WHERE %2$s IS NOT NULL AND (%3$s IS NULL OR %3$s > getvariable('from_on')))
            WHERE since_day < until_day
            """.formatted(table, from, until);
    }

    /** Every day of which there are facts and that is over. */
    private static final String DAYS = """
        SELECT day FROM (SELECT CAST(unnest(generate_series(
            CAST(least((SELECT min(opened_on) FROM journeys), (SELECT min(arrived_on) FROM spells)) AS TIMESTAMP),
            CAST((SELECT today FROM published) - 1 AS TIMESTAMP), INTERVAL 1 DAY)) AS DATE) AS day)
        """;

    /** How much there is of every unit, from a day until another: as the place describes it, then as it was confirmed. */
    private static final String CAPACITIES = """
        WITH told AS (
            SELECT pool, unit, happened_on AS from_on, happened_at, position, capacity, out_of_service
            FROM events WHERE type = 'CapacityConfirmed'
            UNION ALL
            SELECT pool, unit, DATE '1900-01-01', TIMESTAMP '1900-01-01', 0, capacity, out_of_service FROM units
        ), last_of_day AS (
            SELECT * FROM told QUALIFY row_number() OVER (
                PARTITION BY pool, unit, from_on ORDER BY happened_at DESC, position DESC) = 1
        )
        SELECT pool, unit, capacity, out_of_service, from_on,
            lead(from_on, 1, DATE '9999-01-01') OVER (PARTITION BY pool, unit ORDER BY from_on) AS until_on
        FROM last_of_day
        """;
}
