package uk.homeward.server.exchange.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Searching;
import uk.homeward.server.time.PlaceTime;

/**
 * Tells subscribers, each in order and by a thread of its own, so that one who is slow or down holds up nobody else. What was
 * not taken is told again after a pause that doubles up to an hour, for three days; then it is a dead letter.
 */
@Component("fhirPostman")
class Postman implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVES_UP = Duration.ofDays(3);
    private static final int LONGEST_PROBLEM = 300;
    private static final int MOST_DOUBLINGS = 12;
    private static final int EVERY_MS = 500;

    private final Outbox outbox;
    private final Searching searching;
    private final AllowedHosts hosts;
    private final PlaceTime time;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService each = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fhir-postman").factory());
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Postman(Outbox outbox, Searching searching, AllowedHosts hosts, PlaceTime time) {
        this.outbox = outbox;
        this.searching = searching;
        this.hosts = hosts;
        this.time = time;
    }

    @Override
    public void afterPropertiesSet() {
        rounds.scheduleWithFixedDelay(this::round, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        rounds.shutdownNow();
        each.shutdownNow();
    }

    private void round() {
        try {
            for (Outbox.Subscriber subscriber : outbox.listDue(time.instant())) {
                if (busy.add(subscriber.id())) {
                    each.execute(() -> serve(subscriber));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("notifications wait: {}", e.toString());
        }
    }

    private void serve(Outbox.Subscriber subscriber) {
        try {
            Optional<Outbox.Letter> letter = outbox.take(subscriber.id(), time.instant(), LEASE);
            while (letter.isPresent() && deliver(subscriber, letter.get())) {
                letter = outbox.take(subscriber.id(), time.instant(), LEASE);
            }
        } catch (RuntimeException e) {
            LOG.warn("notifications of subscription {} wait: {}", subscriber.id(), e.toString());
        } finally {
            busy.remove(subscriber.id());
        }
    }

    /** True if the next letter may follow. */
    private boolean deliver(Outbox.Subscriber subscriber, Outbox.Letter letter) {
        Optional<Kept> kept = searching.matching(subscriber.user(), subscriber.criteria(), letter.type(), letter.id());
        if (kept.isEmpty()) {
            outbox.done(letter, subscriber.id(), false, time.instant());
            return true;
        }
        @Nullable String problem = send(subscriber, kept.get());
        if (problem == null) {
            outbox.done(letter, subscriber.id(), true, time.instant());
            return true;
        }
        Instant now = time.instant();
        boolean dead = letter.queuedAt().plus(GIVES_UP).isBefore(now);
        outbox.failed(letter, problem, now.plus(pause(letter.attempts())), dead);
        return dead;
    }

    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** What went wrong; null if the subscriber said yes. */
    private @Nullable String send(Outbox.Subscriber subscriber, Kept kept) {
        @Nullable String refused = hosts.refuses(subscriber.endpoint());
        if (refused != null) {
            return "the endpoint " + refused;
        }
        try {
            HttpResponse<Void> answer = http.send(request(subscriber, kept), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2 ? null : "the subscriber answered " + answer.statusCode();
        } catch (IOException e) {
            String words = "the subscriber cannot be reached (" + e + ")";
            return words.length() > LONGEST_PROBLEM ? words.substring(0, LONGEST_PROBLEM) : words;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the server was stopped meanwhile";
        }
    }

    /** Without a payload the endpoint is rung; with one the resource is put under it, as R4 says. */
    private static HttpRequest request(Outbox.Subscriber subscriber, Kept kept) {
        String endpoint = subscriber.endpoint();
        HttpRequest.Builder request = HttpRequest.newBuilder().timeout(PATIENCE);
        for (String header : subscriber.headers()) {
            int colon = header.indexOf(':');
            request.header(
                    header.substring(0, colon), header.substring(colon + 1).strip());
        }
        if (!subscriber.payload()) {
            return request.uri(URI.create(endpoint))
                    .POST(BodyPublishers.noBody())
                    .build();
        }
        String under = endpoint.endsWith("/") ? endpoint : endpoint + "/";
        return request.uri(URI.create(under + kept.reference()))
                .header("Content-Type", "application/fhir+json;charset=UTF-8")
                .PUT(BodyPublishers.ofByteArray(kept.json()))
                .build();
    }
}
