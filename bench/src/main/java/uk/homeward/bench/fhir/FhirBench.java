package uk.homeward.bench.fhir;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import uk.homeward.bench.EmptyPlace;
import uk.homeward.server.storage.EmbeddedPostgres;

/**
 * Five FHIR operations on 8 connections: throughput, and processor time of server and PostgreSQL for each request, beside
 * the floor, rounds in turn. The clients' own time is measured and taken off.
 *
 * <p>Arguments: {@code --base URL} and {@code --token WORD} measure any FHIR server instead (throughput only),
 * {@code --seconds N} for each operation and round (2), {@code --rounds N} (5; the first two warm up), {@code --only NAME}.
 */
public final class FhirBench {

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 2;
    private static final int PEOPLE = 2_000;

    /** What is asked; {@code known} are patients that are there. */
    private enum Operation {
        CREATE("create Patient"),
        TRANSACTION("transaction of 10"),
        READ("read by id"),
        OBSERVATIONS("search Observation by patient"),
        NUMBER("search Patient by NHS number");

        private final String title;

        Operation(String title) {
            this.title = title;
        }
    }

    /** A server under test, and the patients that it has. */
    private static final class Server {
        private final String name;
        private final URI base;
        private final String token;
        private final List<String> ids = new CopyOnWriteArrayList<>();
        private final List<Integer> numbers = new CopyOnWriteArrayList<>();
        private final Map<Operation, List<Figure>> figures = new TreeMap<>();

        private Server(String name, URI base, String token) {
            this.name = name;
            this.base = base;
            this.token = token;
        }
    }

    private record Figure(double perSecond, double serverMs, double databaseMs) {}

    private final AtomicInteger next = new AtomicInteger();
    private final long postgres;
    private final int seconds;

    private FhirBench(long postgres, int seconds) {
        this.postgres = postgres;
        this.seconds = seconds;
    }

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        int rounds = Integer.parseInt(option(words, "--rounds", "5"));
        int seconds = Integer.parseInt(option(words, "--seconds", "2"));
        String base = option(words, "--base", "");
        String only = option(words, "--only", "");
        if (!base.isEmpty()) {
            FhirBench bench = new FhirBench(0, seconds);
            bench.run(List.of(new Server(base, URI.create(base), option(words, "--token", ""))), rounds, only);
        } else {
            try (EmptyPlace place = EmptyPlace.start();
                    HikariDataSource owner = owner(place.part(EmbeddedPostgres.class));
                    Floor floor = new Floor(owner)) {
                FhirBench bench =
                        new FhirBench(place.part(EmbeddedPostgres.class).processId(), seconds);
                bench.run(
                        List.of(
                                new Server("floor", floor.base(), ""),
                                new Server("Homeward", URI.create(place.address() + "/fhir"), "demo-ward")),
                        rounds,
                        only);
            }
        }
        System.exit(0);
    }

    /** The same PostgreSQL as its owner, who may make a table. */
    private static HikariDataSource owner(EmbeddedPostgres postgres) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.url());
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 >= words.size() ? otherwise : words.get(at + 1);
    }

    private void run(List<Server> servers, int rounds, String only) throws Exception {
        for (Server server : servers) {
            fill(server);
        }
        for (int round = 0; round < rounds; round++) {
            for (Operation operation : Operation.values()) {
                for (Server server :
                        only.isEmpty() || operation.name().equalsIgnoreCase(only) ? servers : List.<Server>of()) {
                    Figure figure = measure(server, operation);
                    if (round >= WARM_UP) {
                        server.figures
                                .computeIfAbsent(operation, o -> new ArrayList<>())
                                .add(figure);
                    }
                }
            }
            System.out.println("round " + (round + 1) + " of " + rounds + EmptyPlace.busy());
        }
        print(servers);
    }

    /** People with nine observations each, so that there is something to find. */
    private void fill(Server server) throws Exception {
        AtomicInteger left = new AtomicInteger(PEOPLE);
        parallel(server, (connection, random) -> {
            if (left.decrementAndGet() >= 0) {
                int n = next.incrementAndGet();
                Connection.Reply reply = connection.send("POST", "", Samples.transaction(n));
                String first =
                        reply.body().replaceFirst("(?s).*?\"location\"\\s*:\\s*\"[^\"]*?Patient/([^/\"]+).*", "$1");
                server.ids.add(first);
                server.numbers.add(n);
                return reply.status() == 200;
            }
            return null;
        });
    }

    private interface Request {
        /** True if it went well; null if there is nothing more to do. */
        @Nullable
        Boolean send(Connection connection, SplittableRandom random);
    }

    private record Work(long requests, long failed, long clientNanos, long nanos) {}

    private Work parallel(Server server, Request request) throws Exception {
        AtomicLong done = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        AtomicLong clients = new AtomicLong();
        long from = System.nanoTime();
        long until = from + (request instanceof Timed ? seconds * 1_000_000_000L : 120_000_000_000L);
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int c = 0; c < CONNECTIONS; c++) {
                int seed = c;
                all.add(threads.submit(() -> {
                    long before = Processor.ofThisThread();
                    SplittableRandom random = new SplittableRandom(seed + System.nanoTime());
                    try (Connection connection = new Connection(server.base, server.token)) {
                        for (@Nullable Boolean ok = true; ok != null && System.nanoTime() < until; ) {
                            ok = request.send(connection, random);
                            (Boolean.FALSE.equals(ok) ? failed : done).incrementAndGet();
                        }
                    }
                    clients.addAndGet(Processor.ofThisThread() - before);
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return new Work(done.get(), failed.get(), clients.get(), System.nanoTime() - from);
    }

    /** A request that goes on until the time is over. */
    private record Timed(Request request) implements Request {
        @Override
        public @Nullable Boolean send(Connection connection, SplittableRandom random) {
            return request.send(connection, random);
        }
    }

    private Figure measure(Server server, Operation operation) throws Exception {
        long process = Processor.ofThisProcess();
        long database = Processor.of(postgres);
        Work work = parallel(server, new Timed((connection, random) -> ask(server, operation, connection, random)));
        double requests = work.requests();
        if (work.failed() > 0) {
            System.out.println(server.name + ", " + operation.title + ": " + work.failed() + " failed");
        }
        return new Figure(
                requests * 1e9 / work.nanos(),
                (Processor.ofThisProcess() - process - work.clientNanos()) / 1e6 / requests,
                (Processor.of(postgres) - database) / 1e6 / requests);
    }

    private boolean ask(Server server, Operation operation, Connection connection, SplittableRandom random) {
        int any = random.nextInt(server.ids.size());
        return switch (operation) {
            case CREATE ->
                connection
                                .send("POST", "/Patient", Samples.patient(next.incrementAndGet()))
                                .status()
                        == 201;
            case TRANSACTION ->
                connection
                                .send("POST", "", Samples.transaction(next.incrementAndGet()))
                                .status()
                        == 200;
            case READ ->
                connection.send("GET", "/Patient/" + server.ids.get(any), "").status() == 200;
            case OBSERVATIONS -> {
                Connection.Reply reply =
                        connection.send("GET", "/Observation?patient=" + server.ids.get(any) + "&_count=20", "");
                yield reply.status() == 200 && reply.body().contains("valueQuantity");
            }
            case NUMBER -> {
                String number = Samples.number(server.numbers.get(any));
                Connection.Reply reply =
                        connection.send("GET", "/Patient?identifier=" + Samples.NHS + "%7C" + number, "");
                yield reply.status() == 200 && reply.body().contains(number);
            }
        };
    }

    private static void print(List<Server> servers) {
        System.out.printf(
                Locale.ROOT,
                "%n%-31s %-10s %10s %12s %12s %8s%n",
                "median of the rounds",
                "",
                "a second",
                "server ms",
                "database ms",
                "ms");
        for (Operation operation : Operation.values()) {
            for (Server server : servers) {
                List<Figure> figures = server.figures.getOrDefault(operation, List.of());
                if (!figures.isEmpty()) {
                    double own = median(figures.stream().map(Figure::serverMs).toList());
                    double database =
                            median(figures.stream().map(Figure::databaseMs).toList());
                    System.out.printf(
                            Locale.ROOT,
                            "%-31s %-10s %,10.0f %12.2f %12.2f %8.2f%n",
                            operation.title,
                            server.name,
                            median(figures.stream().map(Figure::perSecond).toList()),
                            own,
                            database,
                            own + database);
                }
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
