package uk.homeward.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import uk.homeward.journey.place.Place;
import uk.homeward.server.HomewardServer;
import uk.homeward.server.ServerSettings;

/** A running server without people, on a folder that is gone when it is closed. */
public final class EmptyPlace implements AutoCloseable {

    private final Path data;
    private final ConfigurableApplicationContext server;

    private EmptyPlace(Path data, ConfigurableApplicationContext server) {
        this.data = data;
        this.server = server;
    }

    /** Starts it; messages are listened for on a free port. */
    public static EmptyPlace start() throws IOException {
        Path data = Files.createTempDirectory("homeward-bench");
        Path place = Path.of(System.getProperty("homeward.root", ".")).resolve("places/birmingham-solihull");
        return new EmptyPlace(
                data,
                HomewardServer.start(new ServerSettings(
                        ServerSettings.Mode.DEMO,
                        place,
                        data.resolve("database"),
                        null,
                        null,
                        null,
                        0,
                        0,
                        "127.0.0.1",
                        1,
                        ServerSettings.NOBODY)));
    }

    public <T> T part(Class<T> type) {
        return server.getBean(type);
    }

    /** Makes a table beside those of the place, as its owner, into which the server may write. */
    public void table(String name, String columns) {
        Path folder = data.resolve("database");
        try (Connection owner = DriverManager.getConnection(
                        Files.readString(folder.resolve("database.address")).strip(),
                        "homeward",
                        Files.readString(folder.resolve("database.password")).strip());
                Statement statement = owner.createStatement()) {
            String schema = part(Place.class).schema();
            statement.execute("create table " + schema + "." + name + " (" + columns + ")");
            statement.execute("grant select, insert on " + schema + "." + name + " to public");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the table (" + name + ") could not be made", e);
        }
    }

    /** Processor time of this process and of its database. */
    public ProcessorTime processorTime() {
        return ProcessorTime.now(data.resolve("database/database"));
    }

    /** Where its pages are. */
    public String address() {
        return "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
    }

    /** How busy the machine is, for the end of a line. */
    public static String busy() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, " (load average %.1f)", load);
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
