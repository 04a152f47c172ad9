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
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.journey.place.Place;
import uk.homeward.server.capacity.HoldTold;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;

/**
 * Holds and the capacity board under load: 500 who want the last place at once, holds of many at many units, and the board
 * of 50,000 places in 2,000 units, and the boards of 5,000 inpatients, asked over HTTP one after the other; and how soon a
 * change stands on these boards while they are open.
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
            boolean whole = !List.of(args).contains("live");
            if (whole) {
                bench.lastPlace();
            }
            bench.places();
            if (whole) {
                bench.time("/capacity", "/capacity?pool=nursing-beds&state=free", "/api/capacity?pool=acute-beds");
            }
            bench.inpatients();
            if (whole) {
                bench.time("/wards", "/wards/" + bench.aWard(), "/hub", "/hub?days=7");
            }
            new LiveBoards(server).measure();
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

    /** 5,000 people on the place's wards, every third of them ready to leave. */
    private void inpatients() {
        JdbcTemplate jdbc = server.part(JdbcTemplate.class);
        String place = server.part(PlaceKey.class).value();
        List<HospitalWard> wards = server.part(Place.class).hospitalWards().list();
        String ward = "(?::text[])[1 + n % " + wards.size() + "]";
        jdbc.update("""
            insert into person (place, id, version, family, given, born, sex, address, postcode, phone, locality,
                practice, language, interpreter, ethnicity, lives_alone, dementia, frailty, residence, synthetic, search)
            select ?, 'bed-' || n, 1, 'Bench' || n, 'Pat', date '1940-01-01' + n, 'female', '1 Bench Road', 'B1 1AA', '',
                'central', '', 'en', false, '', n % 2 = 0, n % 3 = 0, 1 + n % 8, 'own home', true, 'pat bench' || n
            from generate_series(1, 5000) n
            """, place);
        jdbc.update(
                """
                insert into spell (place, id, version, person, site, visit, state, location, arrived_at, admitted_at)
                select ?, 'stay-' || n, 1, 'bed-' || n, (?::text[])[1 + n %% %d], 'V' || n, 'ADMITTED', %s,
                    now() - (n %% 500) * interval '1 hour', now() - (n %% 500) * interval '1 hour'
                from generate_series(1, 5000) n
                """.formatted(wards.size(), ward),
                place,
                wards.stream().map(w -> w.site().value()).toArray(String[]::new),
                wards.stream().map(w -> w.id().value()).toArray(String[]::new));
        jdbc.update(
                """
                insert into flow (place, stay, version, ward, consultant, admitted_at, died, expected_changes, criteria,
                    meets, criterion, ready_since, ready_date, delay_days, pathway, need, bed_asked, hold_up, hold_up_since,
                    hold_up_note, moves, night_moves, harms, judged_reason, long_stay_reviewed, destination_kind, destination,
                    arrival_check, summary_outdated, summary_complete, by_hand)
                select ?, 'stay-' || n, 1, %s, 'Dr Bench', now() - (n %% 500) * interval '1 hour', false, 0, '',
                    n %% 3 > 0, '', case when n %% 3 = 0 then now() - (n %% 200) * interval '1 hour' end,
                    case when n %% 3 = 0 then current_date - n %% 8 end, case when n %% 3 = 0 then n %% 8 end, n %% 4, '', false,
                    case when n %% 3 = 0 then 'p2-bed-arranging' else '' end,
                    case when n %% 3 = 0 then now() - (n %% 200) * interval '1 hour' end, '', 0, 0, 0, '', 0, '', '', '', false, 0, false
                from generate_series(1, 5000) n
                """.formatted(ward),
                place,
                wards.stream().map(w -> w.id().value()).toArray(String[]::new));
        jdbc.execute("analyze");
        System.out.println("5,000 inpatients");
    }

    private String aWard() {
        return server.part(Place.class).hospitalWards().list().getFirst().id().value();
    }

    private void time(String... paths) throws IOException, InterruptedException {
        String port = server.part(Environment.class).getProperty("local.server.port");
        HttpClient http = HttpClient.newHttpClient();
        for (String path : paths) {
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
