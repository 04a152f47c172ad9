package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.foresight.pathway.PlayedEvent;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.DecisionMade;
import uk.homeward.journey.event.JourneyEvent.JourneyEnded;
import uk.homeward.journey.event.JourneyEvent.JourneyOpened;
import uk.homeward.journey.event.JourneyEvent.RequestCancelled;
import uk.homeward.journey.event.JourneyEvent.StepCompleted;
import uk.homeward.journey.event.JourneyEvent.StepLeft;
import uk.homeward.journey.event.JourneyEvent.StepRequested;
import uk.homeward.journey.event.JourneyEvent.StepStarted;

/** Simulated events as a Parquet file; its columns are described in docs/foresight.md. */
final class PlayedEventFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private long position;

    PlayedEventFile(Path file) {
        this.file = file;
        try {
            connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                        CREATE TABLE events (position BIGINT, journey VARCHAR, person VARCHAR, route VARCHAR,
                          type VARCHAR, occurred_at TIMESTAMP, subject VARCHAR, option VARCHAR, attributes VARCHAR)
                        """);
            }
            appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "events");
        } catch (SQLException e) {
            throw new CommandFailure(
                    "DuckDB did not start: " + e.getMessage() + ". Maybe: make room for temporary files");
        }
    }

    void add(PlayedEvent played) {
        JourneyEvent event = played.event();
        try {
            appender.beginRow();
            appender.append(position++);
            appender.append(played.journey());
            appender.append(played.person());
            appender.append(played.route());
            appender.append(event.type());
            appender.append(played.at());
            append(subject(event));
            append(event instanceof DecisionMade made ? made.option().value() : null);
            append(event instanceof JourneyOpened opened ? json(opened.attributes()) : null);
            appender.endRow();
        } catch (SQLException e) {
            throw new CommandFailure("an event could not be kept: " + e.getMessage() + ". Maybe: free some memory");
        }
    }

    private void append(@Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    private static String json(Map<String, String> attributes) {
        return JSON.writeValueAsString(new TreeMap<>(attributes));
    }

    private static @Nullable String subject(JourneyEvent event) {
        return switch (event) {
            case StepRequested e -> e.step().value();
            case StepStarted e -> e.step().value();
            case StepCompleted e -> e.step().value();
            case StepLeft e -> e.step().value();
            case RequestCancelled e -> e.step().value();
            case DecisionMade e -> e.decision().value();
            case JourneyEnded e -> e.exit().value();
            default -> null; // events that a simulation never makes, or that concern the whole journey
        };
    }

    void write() {
        String target = file.toAbsolutePath().toString().replace("'", "''");
        try (Statement statement = connection.createStatement()) {
            appender.close();
            statement.execute("COPY (FROM events ORDER BY position) TO '" + target + "' (FORMAT parquet)");
        } catch (SQLException e) {
            throw new CommandFailure("the events could not be written to (" + file + "): " + e.getMessage()
                    + ". Maybe: check the folder and the room on the disk");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CommandFailure("DuckDB did not close: " + e.getMessage() + ". Maybe: try again");
        }
    }
}
