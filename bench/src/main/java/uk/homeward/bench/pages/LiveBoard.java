package uk.homeward.bench.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes until a change shows on an open board: told to the journey, announced on the page's live connection, and
 * the board fetched anew after the 400 ms in which a page gathers further changes, until what changed is on it.
 */
final class LiveBoard {

    private static final int TIMES = 100;
    private static final long GATHERS_MS = 400;

    private LiveBoard() {}

    static void measure(Browser browser, HttpClient http) {
        BlockingQueue<String> announced = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> listen(browser, http, announced));
        List<Long> noticed = new ArrayList<>();
        List<Long> shown = new ArrayList<>();
        List<String> journeys = browser.links("/response", "/journeys/");
        for (int i = 0; i < TIMES; i++) {
            String journey = journeys.get(i % journeys.size());
            String words = "Bench note " + System.nanoTime();
            announced.clear();
            long from = System.nanoTime();
            try {
                browser.post("/api" + journey + "/add-note", "{\"note\":\"" + words + "\"}");
                if (announced.poll(5, TimeUnit.SECONDS) == null) {
                    throw new IllegalStateException("nothing was announced");
                }
                noticed.add(System.nanoTime() - from);
                Thread.sleep(GATHERS_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (!browser.get(journey).contains(words)) {
                throw new IllegalStateException("the change is not on " + journey);
            }
            shown.add(System.nanoTime() - from);
        }
        System.out.println(PagesBench.line("announced", noticed));
        System.out.println(PagesBench.line("on the open page", shown));
    }

    private static void listen(Browser browser, HttpClient http, BlockingQueue<String> announced) {
        try {
            HttpResponse<InputStream> live =
                    http.send(browser.to("/live").build(), HttpResponse.BodyHandlers.ofInputStream());
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
