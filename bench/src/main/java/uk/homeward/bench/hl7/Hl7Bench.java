package uk.homeward.bench.hl7;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import uk.homeward.bench.EmptyPlace;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.inbox.Hl7Listener;
import uk.homeward.server.exchange.mllp.MllpServer;
import uk.homeward.server.exchange.mllp.MllpSettings;

/**
 * ADT messages acknowledged after commit, with person, stay and journey updated, beside a listener that only inserts: same
 * machine, same PostgreSQL, same clients, rounds in turn. Clients, server and database share the machine.
 *
 * <p>Arguments: connections (4), people for each connection and round, six messages each (400), rounds (6; the first two
 * warm up).
 */
public final class Hl7Bench {

    private static final int WARM_UP = 2;

    private Hl7Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int connections = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        int people = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 6;
        try (EmptyPlace server = EmptyPlace.start();
                MllpServer floor = MllpServer.start(MllpSettings.onLoopback(0), new Floor(server))) {
            int homeward = server.part(Hl7Listener.class).port();
            run(server.part(Place.class), homeward, floor.port(), connections, people, rounds);
        }
        System.exit(0);
    }

    private static void run(Place place, int homeward, int floor, int connections, int people, int rounds)
            throws InterruptedException, ExecutionException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            String title = round < WARM_UP ? "warm-up " : "round " + (round - WARM_UP + 1) + " ";
            List<List<String>> messages = messages(place, connections, people, round);
            Load.Round bare = Load.round(floor, messages);
            System.out.println(title + " one insert: " + bare.words());
            Load.Round full = Load.round(homeward, messages);
            System.out.println(title + " Homeward:   " + full.words() + EmptyPlace.busy());
            if (round >= WARM_UP) {
                ratios.add(full.perSecond() / bare.perSecond());
            }
        }
        ratios.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "Homeward at %.2f of one insert (median)%n", ratios.get(ratios.size() / 2));
    }

    private static List<List<String>> messages(Place place, int connections, int people, int round) {
        List<List<String>> messages = new ArrayList<>();
        for (int c = 0; c < connections; c++) {
            Instant start = Instant.now().minus(Duration.ofHours(2));
            long seed = 1_000L * round + c;
            messages.add(new Admissions(place, seed, start, "r" + round + "c" + c).of(people));
        }
        return messages;
    }
}
