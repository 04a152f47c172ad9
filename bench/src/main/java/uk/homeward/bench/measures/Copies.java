package uk.homeward.bench.measures;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.homeward.insight.events.Column;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactTable;

/** Puts copies of published facts beside them, of other people, journeys and stays at the same times. */
final class Copies {

    /** The columns that say who or what a row is about. */
    private static final List<String> IDS =
            List.of("position", "subject", "person", "journey", "spell", "stay", "told_of", "stands_for");

    private Copies() {}

    static void of(FactFolder folder, int copies, int spans, int days) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (FactTable table : FactTable.values()) {
                for (Path file : folder.files(table)) {
                    for (int copy = 1; copy <= copies; copy++) {
                        statement.execute(copy(table, file, copy, copy % spans * days));
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

    private static String copy(FactTable table, Path file, int copy, int days) {
        String other = table.columns().stream()
                .map(c -> column(c, copy, days))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        String name = file.getFileName().toString().replace(".parquet", "-copy" + copy + ".parquet");
        return "COPY (SELECT * REPLACE (" + other + ") FROM read_parquet('" + file + "')) TO '"
                + file.resolveSibling(name) + "' (FORMAT parquet, COMPRESSION zstd)";
    }

    /** How a column of the copy differs. */
    private static Optional<String> column(Column column, int copy, int days) {
        String name = '"' + column.name() + '"';
        if (IDS.contains(column.name())) {
            return Optional.of("xor(" + name + ", " + 7_919L * copy + ") AS " + name);
        }
        return switch (column.type()) {
            case DATE -> Optional.of(name + " + " + days + " AS " + name);
            case TIMESTAMP -> Optional.of(name + " + INTERVAL " + days + " DAY AS " + name);
            default -> Optional.empty();
        };
    }
}
