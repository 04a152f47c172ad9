package uk.homeward.bench.measures;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactTable;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureEngine;
import uk.homeward.insight.measures.PlaceTables;
import uk.homeward.insight.measures.Request;
import uk.homeward.server.storage.Store;

/** A few measures' SQL, unchanged, over the same tables in PostgreSQL, loaded whole and analysed. */
final class BesidePostgres {

    private static final List<String> SAME =
            List.of("response-2h", "enablement-independent", "home-start-2d", "declined");
    private static final List<FactTable> TABLES = List.of(FactTable.CLOCKS, FactTable.DECISIONS, FactTable.JOURNEYS);

    private BesidePostgres() {}

    static void run(Path facts, PlaceTables tables, List<Measure> measures) throws Exception {
        Path data = Files.createTempDirectory("homeward-bench-postgres");
        try (Store store = Store.embedded(data, "bench");
                MeasureEngine engine = MeasureEngine.open(FactFolder.open(facts), tables);
                Connection connection = load(store.source(), facts, data)) {
            for (String id : SAME) {
                Measure measure = measures.stream()
                        .filter(m -> m.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                Request request = new Request(Grain.MONTH, "locality", null, null);
                engine.run(measure, request);
                long begun = System.nanoTime();
                engine.run(measure, request);
                double ours = MeasuresBench.seconds(begun);
                postgres(connection, measure);
                begun = System.nanoTime();
                postgres(connection, measure);
                double theirs = MeasuresBench.seconds(begun);
                System.out.printf(
                        "%-24s DuckDB over Parquet %.3f s, PostgreSQL %.3f s: %.0f times%n",
                        id, ours, theirs, theirs / ours);
            }
        }
    }

    private static Connection load(DataSource source, Path facts, Path folder) throws Exception {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("set search_path to bench");
            for (FactTable table : TABLES) {
                String columns = table.columns().stream()
                        .map(c -> '"' + c.name() + "\" " + c.type().name().replace("DOUBLE", "double precision"))
                        .collect(Collectors.joining(", "));
                statement.execute("create unlogged table " + table.title() + " (" + columns + ")");
                Path csv = folder.resolve(table.title() + ".csv");
                csv(facts, table, csv);
                try (InputStream rows = Files.newInputStream(csv)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + table.title() + " from stdin (format csv, header true)", rows);
                }
                Files.delete(csv);
                statement.execute("analyze " + table.title());
            }
            statement.execute("create table published as select max(started_at) as as_of from clocks");
        }
        return connection;
    }

    private static void csv(Path facts, FactTable table, Path to) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (FROM read_parquet('" + facts.resolve(table.title()) + "/*.parquet')) TO '" + to
                    + "' (HEADER)");
        }
    }

    private static int postgres(Connection connection, Measure measure) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select date_trunc('month', day)::date, locality,"
                        + " sum(numerator::int), count(*) from (" + measure.sql()
                        + ") counted group by grouping sets ((1), (1, 2))")) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }
}
