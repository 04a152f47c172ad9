package uk.homeward.bench.capacity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.bench.EmptyPlace;
import uk.homeward.bench.Rates;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.capacity.HoldTold;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;

/**
 * Holds and the capacity board under load: 500 who want the last place at once, holds of many at many units, and the board
 * of 50,000 places in 2,000 units, asked over HTTP one after the other.
 */
public final class CapacityBench {

    private static final PoolId POOL = PoolId.of("nursing-beds");
    private static final Actor BY = new Actor("bench", "Bench", "hub", "uhb");

    private final EmptyPlace server;

    private CapacityBench(EmptyPlace server) {
        this.server = server;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (EmptyPlace server = EmptyPlace.start()) {
            CapacityBench bench = new CapacityBench(server);
            bench.lastPlace();
            bench.places();
            bench.board();
        }
        System.exit(0);
    }

    private void lastPlace() throws InterruptedException {
        String unit = server.part(UnitsNow.class).ofPool(POOL).getFirst().unit();
        PlaceTime time = server.part(PlaceTime.class);
        UnitDesk desk = server.part(UnitDesk.class);
        desk.tell(
                List.of(
                        new PoolEvent.CapacityConfirmed(POOL, unit, 1, 0, ""),
                        new PoolEvent.TakenElsewhere(POOL, unit, 0)),
                time.instant(),
                BY,
                null);
        Holds holds = server.part(Holds.class);
        Instant soon = time.instant().plus(Duration.ofHours(4));
        List<Callable<HoldTold>> asks = IntStream.range(0, 500)
                .<Callable<HoldTold>>mapToObj(i -> () -> holds.place(
                        UUID.randomUUID().toString(),
                        HoldWish.place(POOL, unit, "person-" + i, "Bench", soon),
                        BY,
                        null))
                .toList();
        long from = System.nanoTime();
        List<Future<HoldTold>> answers;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = all.invokeAll(asks);
        }
        long won = answers.stream()
                .filter(a -> a.resultNow() instanceof HoldTold.Done)
                .count();
        System.out.printf(
                "500 want the last place at once: %d got it, in %.2f s%s%n",
                won, (System.nanoTime() - from) / 1e9, EmptyPlace.busy());
    }

    private void places() {
        JdbcTemplate jdbc = server.part(JdbcTemplate.class);
        int rows = jdbc.update("""
            insert into unit (place, pool, unit, version, title, locality, organisation, capacity, out_of_service,
                occupied, confirmed_at, elsewhere, confirmed_by)
            select ?, 'nursing-beds', 'bench-' || n, 1, 'Bench home ' || n, 'central', 'bench-' || n, 25, n % 3, 0,
                now() - (n % 50) * interval '1 hour', 20, 'Bench' from generate_series(1, 2000) n
            """, server.part(PlaceKey.class).value());
        jdbc.execute("analyze");
        System.out.printf("%,d more units with %,d places%n", rows, rows * 25);
    }

    private void board() throws IOException, InterruptedException {
        String port = server.part(Environment.class).getProperty("local.server.port");
        HttpClient http = HttpClient.newHttpClient();
        for (String path :
                List.of("/capacity", "/capacity?pool=nursing-beds&state=free", "/api/capacity?pool=acute-beds")) {
            long[] took = new long[300];
            for (int i = 0; i < 100 + took.length; i++) {
                long from = System.nanoTime();
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Bearer demo-hub")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + " answered " + answer.statusCode());
                }
                if (i >= 100) {
                    took[i - 100] = System.nanoTime() - from;
                }
            }
            long whole = Arrays.stream(took).sum();
            Arrays.sort(took);
            System.out.println(path + ": " + new Rates(took, whole).words() + EmptyPlace.busy());
        }
    }
}
