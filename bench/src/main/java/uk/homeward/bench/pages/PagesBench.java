package uk.homeward.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A running demo, used by many people at once: each opens a page, reads it for some seconds, opens the next. The times are
 * the client's, from asking to the last byte. The demo's own life goes on meanwhile.
 *
 * <p>Arguments: the demo's address (http://localhost:8080), users (200), seconds (60), seconds that a user reads on average
 * (5).
 */
public final class PagesBench {

    private static final List<String> WORDS =
            List.of("smith", "jones", "patricia", "khan", "margret tayler", "12/05/1941", "ah");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Browser triage;
    private final URI base;
    private final Map<String, ConcurrentLinkedQueue<Long>> took = new ConcurrentHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<String> journeys;
    private final List<String> people;

    private PagesBench(URI base) {
        this.base = base;
        this.triage = new Browser(http, base, "triage-clinician");
        this.journeys = triage.links("/response", "/journeys/");
        this.people = journeys.stream()
                .limit(20)
                .flatMap(j -> triage.links(j, "/people/").stream().limit(1))
                .distinct()
                .toList();
    }

    public static void main(String[] args) throws InterruptedException {
        URI base = URI.create(args.length > 0 ? args[0] : "http://localhost:8080");
        int users = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        double reads = args.length > 3 ? Double.parseDouble(args[3]) : 5;
        PagesBench bench = new PagesBench(base);
        bench.run(users, 10, reads); // warms up
        bench.took.clear();
        bench.run(users, seconds, reads);
        bench.print(users, seconds);
        LiveBoard.measure(new Browser(bench.http, base, "triage-clinician"), bench.http);
        System.exit(0);
    }

    private void run(int users, int seconds, double reads) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int u = 0; u < users; u++) {
                int user = u;
                each.submit(() -> user(new SplittableRandom(user), until, reads));
            }
        }
    }

    private void user(RandomGenerator random, long until, double reads) {
        pause(random.nextDouble() * reads);
        while (System.nanoTime() < until) {
            visit(random);
            pause(-Math.log(1 - random.nextDouble()) * reads);
        }
    }

    private void visit(RandomGenerator random) {
        double u = random.nextDouble();
        if (u < 0.2) {
            timed("overview", new Browser(http, base, "commissioner"), "/overview");
        } else if (u < 0.45) {
            timed("response board", triage, "/response");
        } else if (u < 0.6) {
            timed("front door", triage, "/front-door");
        } else if (u < 0.7) {
            timed("enablement at home", new Browser(http, base, "therapist"), "/at-home");
        } else if (u < 0.8) {
            timed("search", triage, "/people?q=" + Browser.query(any(WORDS, random)));
        } else if (u < 0.9 || people.isEmpty()) {
            timed("journey", triage, any(journeys, random));
        } else {
            timed("person", triage, any(people, random));
        }
    }

    private static String any(List<String> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    private void timed(String title, Browser browser, String path) {
        long from = System.nanoTime();
        try {
            browser.get(path);
            took.computeIfAbsent(title, t -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - from);
        } catch (IllegalStateException e) {
            failed.incrementAndGet();
        }
    }

    private static void pause(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(int users, int seconds) {
        List<Long> all = new ArrayList<>();
        System.out.printf(Locale.ROOT, "%d users, %d s%n", users, seconds);
        new TreeMap<>(took).forEach((title, times) -> {
            all.addAll(times);
            System.out.println(line(title, List.copyOf(times)));
        });
        System.out.println(
                line("all pages", all) + String.format(Locale.ROOT, ", %.0f a second", all.size() * 1.0 / seconds));
        System.out.println(failed.get() + " failed");
    }

    static String line(String title, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%-20s %6d times, p50 %6.1f ms, p95 %6.1f ms, p99 %6.1f ms",
                title,
                sorted.size(),
                percentile(sorted, 0.5),
                percentile(sorted, 0.95),
                percentile(sorted, 0.99));
    }

    private static double percentile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1e6;
    }
}
