package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SubscriptionsTest extends RestTest {

    private record Told(
            String method,
            String path,
            String body,
            @Nullable String token) {}

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final AtomicInteger answers = new AtomicInteger(200);
    private HttpServer subscriber;

    @BeforeEach
    void listen() throws IOException {
        subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = answers.get();
            if (status == 200) {
                told.add(new Told(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        body,
                        exchange.getRequestHeaders().getFirst("X-Key")));
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        subscriber.start();
    }

    @AfterEach
    void stop() {
        subscriber.stop(0);
    }

    private String subscription(String criteria, String payload) {
        return """
            {"resourceType": "Subscription", "status": "requested", "reason": "to know", "criteria": "%s",
             "channel": {"type": "rest-hook", "endpoint": "http://127.0.0.1:%d/hook", %s "header": ["X-Key: secret"]}}
            """.formatted(
                        criteria,
                        subscriber.getAddress().getPort(),
                        payload.isEmpty() ? "" : "\"payload\": \"" + payload + "\",");
    }

    private Told next() throws InterruptedException {
        Told next = told.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("nothing was told").isNotNull();
        return next;
    }

    @Test
    void whoever_subscribes_is_told_what_matches_in_order_and_nothing_else() throws InterruptedException {
        String patient = created(patient(newNumber()));
        HttpResponse<String> made = call(
                "POST",
                "/Subscription",
                subscription("Observation?code=271&patient=" + patient, "application/fhir+json"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).path("status").asString()).isEqualTo("active");

        created(observation(patient, "999", "2026-11-01", "1"));
        String first = created(observation(patient, "271", "2026-11-02", "2"));
        String second = created(observation(patient, "271", "2026-11-03", "3"));

        Told one = next();
        assertThat(one.method()).isEqualTo("PUT");
        assertThat(one.path()).isEqualTo("/hook/" + first);
        assertThat(one.body()).contains("\"value\": 2");
        assertThat(one.token()).isEqualTo("secret");
        assertThat(next().path()).isEqualTo("/hook/" + second);
        assertThat(call("DELETE", "/Subscription/" + json(made).path("id").asString(), "")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_subscriber_who_is_down_is_told_later_and_after_days_it_is_a_dead_letter_until_replayed()
            throws InterruptedException {
        answers.set(503);
        String patient = created(patient(newNumber()));
        String id = json(call("POST", "/Subscription", subscription("Observation?patient=" + patient, "")))
                .path("id")
                .asString();
        created(observation(patient, "271", "2026-11-02", "2"));
        until("select count(*) from notification where subscription = ? and problem like '%503'", id);

        bean(JdbcTemplate.class)
                .update(
                        "update notification set queued_at = queued_at - interval '4 days', due_at = now() - interval"
                                + " '1 day' where subscription = ?",
                        id);
        until("select count(*) from notification where subscription = ? and dead", id);
        assertThat(read("/Subscription/" + id + "/$dead-letters").body()).contains("503");

        answers.set(200);
        assertThat(call("POST", "/Subscription/" + id + "/$replay", "").statusCode())
                .isEqualTo(200);
        assertThat(next().method()).isEqualTo("POST");
        until("select count(*) from subscription where id = ? and delivered = 1", id);
        assertThat(callAs(OTHER, "GET", "/Subscription/" + id + "/$dead-letters", "")
                        .statusCode())
                .isIn(403, 404);
    }

    private static void until(String count, String id) {
        for (int i = 0; i < 600; i++) {
            if (count(count, id) > 0) {
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("it does not come to: " + count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "https://127.0.0.1.evil.example/hook",
                "https://127.0.0.1@evil.example/hook",
                "http://user:pass@127.0.0.1/hook",
                "file:///etc/passwd",
                "ftp://127.0.0.1/hook",
                "//127.0.0.1/hook",
                "https://localhost.example/hook"
            })
    void nothing_is_sent_to_a_host_that_the_operator_did_not_allow(String endpoint) {
        String body = subscription("Observation?code=1", "")
                .replaceAll("http://127.0.0.1:\\d+/hook", java.util.regex.Matcher.quoteReplacement(endpoint));
        HttpResponse<String> answer = call("POST", "/Subscription", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(elements(answer)).containsExactly("Subscription.channel.endpoint");
    }

    @Test
    void criteria_and_channel_are_checked_at_once() {
        String bad = subscription("Horoscope?sign=leo", "text/html").replace("rest-hook", "email");
        HttpResponse<String> answer = call("POST", "/Subscription", bad);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(elements(answer))
                .containsExactlyInAnyOrder(
                        "Subscription.criteria", "Subscription.channel.type", "Subscription.channel.payload");
    }
}
