package uk.homeward.server.exchange.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.HomewardServer;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.exchange.mllp.MllpClient;

/** A whole server on free ports with an empty database in a folder of its own. */
final class RunningHouse implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final ConfigurableApplicationContext context;

    RunningHouse() {
        try {
            data = Files.createTempDirectory("homeward-inbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path place = Path.of(System.getProperty("homeward.root", "..")).resolve("places/birmingham-solihull");
        context = HomewardServer.start(new ServerSettings(
                ServerSettings.Mode.SERVE, place, data.resolve("db"), null, null, null, 0, 0, "127.0.0.1", 1, 0));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    List<Map<String, Object>> rows(String sql, Object... arguments) {
        return jdbc().queryForList(sql, arguments);
    }

    /** The one value of the first row. */
    String text(String sql, Object... arguments) {
        return String.valueOf(
                rows(sql, arguments).getFirst().values().iterator().next());
    }

    MllpClient connect() throws IOException {
        return MllpClient.connect("127.0.0.1", bean(Hl7Listener.class).port(), PATIENCE);
    }

    /** Sends one message and returns the answer. */
    String send(String message) throws IOException {
        try (MllpClient client = connect()) {
            return send(client, message);
        }
    }

    static String send(MllpClient client, String message) throws IOException {
        return new String(client.exchange(message.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
