package uk.homeward.bench.measures;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactTable;

/** Puts copies of published facts beside them, of other people, journeys and stays at the same times. */
final class Copies {

    /** The columns that say who or what a row is about. */
    private static final List<String> IDS =
            List.of("position", "subject", "person", "journey", "spell", "stay", "told_of", "stands_for");

    private Copies() {}

    static void of(FactFolder folder, int copies) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (FactTable table : FactTable.values()) {
                for (Path file : folder.files(table)) {
                    for (int copy = 1; copy <= copies; copy++) {
                        statement.execute(copy(table, file, copy));
                    }
                }
            }
        }
    }

    /** How many events there are in a folder, copies included. */
    static long events(FactFolder folder) throws SQLException {
        String files = folder.path()
                .resolve(FactTable.EVENTS.title())
                .resolve("*.parquet")
                .toString();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM read_parquet('" + files + "')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String copy(FactTable table, Path file, int copy) {
        String other = table.columns().stream()
                .map(c -> c.name())
                .filter(IDS::contains)
                .map(id -> "xor(\"" + id + "\", " + 7_919L * copy + ") AS \"" + id + '"')
                .collect(Collectors.joining(", "));
        String name = file.getFileName().toString().replace(".parquet", "-copy" + copy + ".parquet");
        return "COPY (SELECT * REPLACE (" + other + ") FROM read_parquet('" + file + "')) TO '"
                + file.resolveSibling(name) + "' (FORMAT parquet, COMPRESSION zstd)";
    }
}
