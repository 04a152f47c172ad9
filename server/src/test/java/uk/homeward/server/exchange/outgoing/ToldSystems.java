package uk.homeward.server.exchange.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.inbox.Hl7Listener;
import uk.homeward.server.exchange.mllp.MllpClient;
import uk.homeward.server.exchange.mllp.MllpServer;
import uk.homeward.server.exchange.mllp.MllpSettings;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** What these tests need: a hospital that tells, somebody with a decision about care, and two systems that are told. */
abstract class ToldSystems extends ServerTest {

    final BlockingQueue<String> byHl7 = new LinkedBlockingQueue<>();
    final BlockingQueue<String> byFhir = new LinkedBlockingQueue<>();
    final AtomicReference<String> answer = new AtomicReference<>("AA");
    final AtomicReference<String> response = new AtomicReference<>("{}");
    final String hl7 = newId("hl7-receiver");
    final String fhir = newId("fhir-receiver");
    final String local = newId("OUT");
    MllpServer receiver;
    HttpServer web;

    @BeforeEach
    void listen() throws IOException {
        receiver = MllpServer.start(MllpSettings.onLoopback(0), (frame, peer) -> {
            String message = new String(frame.content(), StandardCharsets.UTF_8);
            if ("down".equals(answer.get())) {
                throw new IllegalStateException("down");
            }
            byHl7.add(message);
            String id = message.split("\\|", -1)[9];
            return ("MSH|^~\\&|X|Y|HOMEWARD||20261123||ACK|1|P|2.4\rMSA|" + answer.get() + "|" + id + "|words\r")
                    .getBytes(StandardCharsets.UTF_8);
        });
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            byFhir.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = String.valueOf(response.get()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void stop() {
        bean(Subscribers.class).remove(hl7);
        bean(Subscribers.class).remove(fhir);
        receiver.close();
        web.stop(0);
    }

    void subscribe(String organisation, Kind... kinds) {
        bean(Subscribers.class)
                .put(new Subscriber(
                        hl7,
                        "Out-of-hours system",
                        organisation,
                        new Subscriber.Mllp("127.0.0.1", receiver.port(), "OOH", "BADGER"),
                        Set.of(kinds),
                        Set.of()));
        bean(Feed.class).read();
    }

    void subscribeByFhir(Kind kind) {
        bean(Subscribers.class)
                .put(new Subscriber(
                        fhir,
                        "GP letters",
                        "",
                        new Subscriber.Fhir(
                                "http://127.0.0.1:" + web.getAddress().getPort() + "/fhir", null),
                        Set.of(kind),
                        Set.of()));
        bean(Feed.class).read();
    }

    void hospital(String trigger, String time) throws IOException {
        String message =
                "MSH|^~\\&|PAS|RRK|||" + time + "||ADT^" + trigger + "|" + newId("o") + "|P|2.4\rEVN|" + trigger
                        + "|" + time + "\rPID|1||" + local + "^^^RRK^PI||Osei^Ama||19400502|F\rPV1|1|I|W12^B^3^QEHB|21"
                        + "|".repeat(15) + "V-" + local + "\rPV2|||^Broken hip\r";
        try (MllpClient client =
                MllpClient.connect("127.0.0.1", bean(Hl7Listener.class).port(), Duration.ofSeconds(20))) {
            assertThat(new String(client.exchange(message.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                    .contains("MSA|AA");
        }
    }

    String now(int minutes) {
        return java.time.format.DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                .withZone(java.time.ZoneId.of("Europe/London"))
                .format(bean(PlaceTime.class).instant().plusSeconds(60L * minutes));
    }

    String person() {
        return String.valueOf(rows("select person from identifier where value = ?", local)
                .getFirst()
                .get("person"));
    }

    static List<Map<String, Object>> rows(String sql, Object... arguments) {
        return bean(JdbcTemplate.class).queryForList(sql, arguments);
    }

    void decide() {
        PersonEvent decided = new PersonEvent.CareDecided(
                "resuscitation", "do-not-attempt", "", "Ama herself", "has", "her son", null);
        bean(Desk.class)
                .tellPerson(person(), List.of(decided), bean(PlaceTime.class).instant(), STAFF, null);
    }

    /** The next message about this test's person. */
    String next(BlockingQueue<String> queue, String about) throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            String message = queue.poll(30, TimeUnit.SECONDS);
            assertThat(message).as("nothing came about " + about).isNotNull();
            if (message.contains(about)) {
                return message;
            }
        }
        throw new AssertionError("nothing came about " + about);
    }

    static void until(String count, Object... arguments) {
        for (int i = 0; i < 300; i++) {
            if (!rows(count, arguments).isEmpty()) {
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("it does not come to: " + count);
    }
}
