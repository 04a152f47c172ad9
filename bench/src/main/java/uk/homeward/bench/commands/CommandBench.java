package uk.homeward.bench.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.bench.EmptyPlace;
import uk.homeward.bench.ProcessorTime;
import uk.homeward.bench.Rates;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/**
 * Durable commands on journeys, told to the desk, beside the least that durability costs: one row of the same payload
 * inserted and committed. Same PostgreSQL, same number of clients, rounds in turn; everything shares the machine.
 *
 * <p>Arguments: clients, or several numbers of them (8,32,64), commands of all clients in a round (8000), rounds (7; the
 * first two warm up).
 */
public final class CommandBench {

    private static final int WARM_UP = 2;

    private final EmptyPlace server;
    private final Commands commands;
    private final BareInserts bare;
    private final int clients;
    private final int journeys;

    private CommandBench(EmptyPlace server, Commands commands, BareInserts bare, int clients, int each) {
        this.server = server;
        this.commands = commands;
        this.bare = bare;
        this.clients = clients;
        this.journeys = Math.max(1, each / clients / Commands.EACH);
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        String clients = args.length > 0 ? args[0] : "8,32,64";
        int each = args.length > 1 ? Integer.parseInt(args[1]) : 8_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        try (EmptyPlace server = EmptyPlace.start()) {
            Commands commands = new Commands(server.part(Desk.class), server.part(PlaceTime.class));
            BareInserts bare = new BareInserts(server);
            for (String number : clients.split(",")) {
                new CommandBench(server, commands, bare, Integer.parseInt(number), each).rounds(rounds);
            }
        }
        System.exit(0);
    }

    private void rounds(int rounds) throws InterruptedException, ExecutionException {
        List<Double> rates = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            analyse();
            String name = "c" + clients + "r" + round;
            ProcessorTime start = server.processorTime();
            Rates full = Rates.of(clients, client -> commands.journeys(journeys, name + "c" + client, client));
            ProcessorTime between = server.processorTime();
            Rates floor = Rates.of(clients, client -> bare.insert(journeys * Commands.EACH));
            ProcessorTime forFloor = server.processorTime().since(between);
            ProcessorTime forFull = between.since(start);
            int each = clients * journeys * Commands.EACH;
            String title = round < WARM_UP ? "warm-up" : "round " + (round - WARM_UP + 1);
            System.out.println(title + "  bare insert: " + floor.words() + "; " + forFloor.words(each));
            System.out.println(
                    title + "  commands:    " + full.words() + "; " + forFull.words(each) + EmptyPlace.busy());
            if (round >= WARM_UP) {
                rates.add(full.perSecond() / floor.perSecond());
                costs.add((double) forFloor.both().toNanos() / forFull.both().toNanos());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d clients: commands at %.2f of the rate of bare inserts, %.2f by processor time (medians)%n",
                clients,
                median(rates),
                median(costs));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** As the database does by itself after some minutes of work: else it plans for empty tables. */
    private void analyse() {
        server.part(JdbcTemplate.class).execute("analyze");
    }
}
