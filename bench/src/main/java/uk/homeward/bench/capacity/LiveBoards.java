package uk.homeward.bench.capacity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import uk.homeward.bench.EmptyPlace;
import uk.homeward.bench.Rates;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.server.hospital.StayRef;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.time.PlaceTime;

/**
 * How long it takes until a change shows on the open boards of wards, hub and capacity: told by a script, announced on the live
 * connection that an open board keeps, and the board fetched anew after the 400 ms in which a page gathers further changes,
 * until what changed stands on it. That is all a browser does but for painting.
 */
final class LiveBoards {

    private static final int WARM = 5;
    private static final int TIMES = 40;
    private static final long GATHERS_MS = 400;

    private final EmptyPlace server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> announced = new LinkedBlockingQueue<>();

    LiveBoards(EmptyPlace server) {
        this.server = server;
    }

    void measure() throws InterruptedException {
        Thread.ofVirtual().start(this::listen);
        HospitalWard ward = server.part(Place.class).hospitalWards().list().getFirst();
        String stay = "/api/stays/" + StayRef.encode(longWaiting(ward));
        Instant ready = server.part(PlaceTime.class).instant().minus(Duration.ofDays(40));
        post(stay + "/review", "{\"criterion\":\"none\",\"at\":\"" + ready + "\"}");
        board(
                "a ward",
                "/wards/" + ward.id().value(),
                stay + "/judge-day",
                i -> "{\"colour\":\"red\",\"reason\":\"" + word(i) + "\"}",
                LiveBoards::word);
        board(
                "the hub",
                "/hub",
                stay + "/name-hold-up",
                i -> "{\"cause\":\"equipment\",\"note\":\"" + word(i) + "\"}",
                LiveBoards::word);
        board(
                "capacity, one pool",
                "/capacity?pool=nursing-beds&q=Bench%20home%201%20",
                "/api/capacity/nursing-beds/bench-1/count",
                i -> "{\"capacity\":" + (700 + i) + ",\"out_of_service\":0}",
                i -> ">" + (700 + i) + "<");
    }

    /** Something that stands on no board yet. */
    private static String word(int i) {
        return "change-" + (1_000 + i);
    }

    private void board(String name, String path, String command, IntFunction<String> json, IntFunction<String> shows)
            throws InterruptedException {
        long[] heard = new long[TIMES];
        long[] shown = new long[TIMES];
        for (int i = 0; i < WARM + TIMES; i++) {
            announced.clear();
            long from = System.nanoTime();
            post(command, json.apply(i));
            if (announced.poll(5, TimeUnit.SECONDS) == null) {
                throw new IllegalStateException("nothing was announced of " + command);
            }
            long told = System.nanoTime() - from;
            Thread.sleep(GATHERS_MS);
            if (!get(path).contains(shows.apply(i))) {
                throw new IllegalStateException("the change (" + shows.apply(i) + ") is not on " + path);
            }
            if (i >= WARM) {
                heard[i - WARM] = told;
                shown[i - WARM] = System.nanoTime() - from;
            }
        }
        System.out.println("a change on " + name + ", announced: " + words(heard));
        System.out.println("a change on " + name + ", on the open board: " + words(shown) + EmptyPlace.busy());
    }

    private static String words(long[] took) {
        long whole = Arrays.stream(took).sum();
        Arrays.sort(took);
        return new Rates(took, whole).words();
    }

    /** Somebody who came long ago, so that they stand on the hub's first page. */
    private String longWaiting(HospitalWard ward) {
        Instant came = server.part(PlaceTime.class).instant().minus(Duration.ofDays(90));
        Actor hospital = Actor.system("bench", "uhb");
        PersonEvent.Details details = new PersonEvent.Details(
                null,
                "Live",
                "Pat",
                java.time.LocalDate.of(1940, 5, 17),
                "female",
                "1 Bench Road",
                "B1 1AA",
                "",
                "central",
                "M85001",
                "English",
                false,
                "",
                true,
                false,
                5,
                "own-home",
                true);
        server.part(Desk.class)
                .tellPerson("bench-live", List.of(new PersonEvent.PersonRegistered(details)), came, hospital, null);
        SpellEvent bed = new SpellEvent.Admitted(
                "bench-live", ward.site().value(), "V-LIVE", ward.id().value() + "/A/1");
        return server.part(Stays.class)
                .tell("uhb", "bench-live", List.of(bed), came, hospital)
                .orElseThrow()
                .id();
    }

    private String get(String path) {
        return send(to(path).GET().build());
    }

    private void post(String path, String json) {
        send(to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path)).header("Authorization", "Bearer demo-hub");
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try {
            HttpResponse<InputStream> live = http.send(to("/live").build(), HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data:")) {
                        announced.add(line);
                    }
                }
            }
        } catch (IOException e) {
            System.out.println("the live connection ended: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
