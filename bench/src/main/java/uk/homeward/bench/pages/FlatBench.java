package uk.homeward.bench.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.homeward.bench.ProcessorTime;

/**
 * What each page costs in two demos of different size, asked for by one client, one page after the other, in turns: processor
 * time of server and database, less what they use while nobody asks. Whether pages stay as fast when the place grows shows
 * so also on a machine that others use.
 *
 * <p>Arguments: address and data folder of the small demo, address and data folder of the large one, and how often each page
 * is asked for in each of five turns (40). Run both demos with {@code --speed 1}, so that little happens beside.
 */
public final class FlatBench {

    private static final Pattern CPU = Pattern.compile("(?m)^process_cpu_time_ns_total (\\S+)$");
    private static final int TURNS = 5;
    private static final int WARM_UP = 60;
    private static final Duration IDLE = Duration.ofSeconds(4);

    private FlatBench() {}

    public static void main(String[] args) throws InterruptedException {
        Demo small = new Demo(URI.create(args[0]), Path.of(args[1]));
        Demo large = new Demo(URI.create(args[2]), Path.of(args[3]));
        int times = args.length > 4 ? Integer.parseInt(args[4]) : 40;
        for (Demo demo : List.of(small, large)) {
            demo.warmUp();
        }
        for (int turn = 0; turn < TURNS; turn++) {
            for (Demo demo : List.of(small, large)) {
                demo.rest();
                demo.pages.keySet().forEach(page -> demo.measure(page, times));
            }
        }
        System.out.println("processor time of a page in ms: small, large, ratio (medians of " + TURNS + " turns)");
        for (String page : small.pages.keySet()) {
            double before = small.cost(page);
            double after = large.cost(page);
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %6.2f %6.2f  x %.2f   p95 of the time to the last byte %.0f and %.0f ms%n",
                    page,
                    before,
                    after,
                    after / before,
                    small.p95(page),
                    large.p95(page));
        }
        System.exit(0);
    }

    /** One running demo, and what was measured of it. */
    private static final class Demo {

        private final Path data;
        private final Browser anybody;
        private final Map<String, Asked> pages = new LinkedHashMap<>();
        private double idle;

        private record Asked(Browser browser, List<String> paths, List<Double> costs, List<Long> nanos) {

            void get(int number) {
                browser.get(paths.get(number % paths.size()));
            }
        }

        Demo(URI base, Path data) {
            this.data = data.resolve("database");
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            this.anybody = new Browser(http, base, "administrator");
            Browser triage = new Browser(http, base, "triage-clinician");
            Browser hub = new Browser(http, base, "hub");
            List<String> journeys = triage.links("/response", "/journeys/");
            List<String> people = journeys.stream()
                    .limit(20)
                    .flatMap(j -> triage.links(j, "/people/").stream().limit(1))
                    .distinct()
                    .toList();
            List<String> wards = hub.links("/wards", "/wards/");
            page("overview", new Browser(http, base, "commissioner"), List.of("/overview"));
            page("response board", triage, List.of("/response"));
            page("front door", triage, List.of("/front-door"));
            page("at home", new Browser(http, base, "therapist"), List.of("/at-home"));
            page("search", triage, List.of("/people?q=smith", "/people?q=" + Browser.query("margret tayler")));
            page("journey", triage, journeys);
            page("person", triage, people);
            page("ready to leave", hub, List.of("/hub"));
            page("ward", hub, wards.isEmpty() ? List.of("/wards") : wards);
        }

        private void page(String title, Browser browser, List<String> paths) {
            pages.put(title, new Asked(browser, paths, new ArrayList<>(), new ArrayList<>()));
        }

        private ProcessorTime used() {
            Matcher used = CPU.matcher(anybody.get("/actuator/prometheus"));
            if (!used.find()) {
                throw new IllegalStateException("the server does not say how much processor time it used");
            }
            return ProcessorTime.of(Duration.ofNanos((long) Double.parseDouble(used.group(1))), data);
        }

        /** Nobody asks: what goes on anyway. */
        void rest() {
            ProcessorTime from = used();
            long start = System.nanoTime();
            pause();
            idle = used().since(from).both().toNanos() * 1.0 / (System.nanoTime() - start);
        }

        private static void pause() {
            try {
                Thread.sleep(IDLE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void warmUp() {
            pages.values().forEach(page -> {
                for (int i = 0; i < WARM_UP; i++) {
                    page.get(i);
                }
            });
        }

        void measure(String title, int times) {
            Asked page = page(title);
            ProcessorTime from = used();
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                long asked = System.nanoTime();
                page.get(i);
                page.nanos().add(System.nanoTime() - asked);
            }
            double used = used().since(from).both().toNanos() - idle * (System.nanoTime() - start);
            page.costs().add(used / 1e6 / times);
        }

        double cost(String title) {
            List<Double> sorted = page(title).costs().stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        double p95(String title) {
            List<Long> sorted = page(title).nanos().stream().sorted().toList();
            return sorted.get(sorted.size() * 95 / 100) / 1e6;
        }

        private Asked page(String title) {
            return Objects.requireNonNull(pages.get(title));
        }
    }
}
