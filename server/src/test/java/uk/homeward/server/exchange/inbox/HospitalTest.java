package uk.homeward.server.exchange.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.mllp.MllpClient;

/** Tests that speak to the running server as a hospital's system does. */
abstract class HospitalTest extends ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static List<Map<String, Object>> rows(String sql, Object... arguments) {
        return bean(JdbcTemplate.class).queryForList(sql, arguments);
    }

    /** The one value of the first row. */
    static String text(String sql, Object... arguments) {
        return String.valueOf(
                rows(sql, arguments).getFirst().values().iterator().next());
    }

    static MllpClient connect() throws IOException {
        return MllpClient.connect("127.0.0.1", bean(Hl7Listener.class).port(), PATIENCE);
    }

    /** Sends one message on a connection of its own and returns the answer. */
    static String send(String message) throws IOException {
        try (MllpClient client = connect()) {
            return send(client, message);
        }
    }

    static String send(MllpClient client, String message) throws IOException {
        return new String(client.exchange(message.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** A message of a made-up hospital about one person; {@code more} is further segments, or blank. */
    static String message(String trigger, String id, String number, String born, String more) {
        return "MSH|^~\\&|PAS|RRK|||20261123093000||ADT^" + trigger + "|" + id + "|P|2.4\r"
                + "EVN|" + trigger + "|20261123093000\r"
                + "PID|1||" + number + "^^^RRK^PI||Osei^Ama||" + born.replace("-", "") + "|F\r"
                + (more.isBlank() ? "" : more + "\r");
    }

    static String personOf(String number) {
        return text("select person from identifier where value = ? and system = 'RRK'", number);
    }
}
