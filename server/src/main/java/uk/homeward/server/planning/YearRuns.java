package uk.homeward.server.planning;

import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;

/**
 * Plays years of the place for pages that only ask a question: each in the background, one after another, with how far it is
 * and a way to stop it. The last few are kept, so whoever asks the same has the answer at once.
 */
@Component
class YearRuns {

    private static final Logger LOG = LoggerFactory.getLogger(YearRuns.class);
    private static final int KEPT = 8;
    private static final long QUICK_MS = 1_900;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("year").daemon().priority(3).factory());
    private final Map<String, Year> years = new LinkedHashMap<>();

    /** One year that is played, or was. */
    static final class Year implements Listener {
        private final String id = UUID.randomUUID().toString();
        private final String text;
        private final int runs;
        private volatile int done;
        private volatile boolean cancelled;
        private volatile @Nullable Future<Findings> playing;

        Year(String text, int runs) {
            this.text = text;
            this.runs = runs;
        }

        @Override
        public void progress(int played, int all) {
            done = played;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        String id() {
            return id;
        }

        /** The scenario that is played. */
        String text() {
            return text;
        }

        /** In a hundred. */
        int percent() {
            return Math.min(100, 100 * done / runs);
        }

        boolean isStopped() {
            return cancelled;
        }

        /** What was found; empty while it is being played, and where it was stopped or could not be played. */
        Optional<Findings> found(long patienceMs) {
            Future<Findings> future = playing;
            try {
                return future == null ? Optional.empty() : Optional.of(future.get(patienceMs, TimeUnit.MILLISECONDS));
            } catch (TimeoutException | CancellationException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                LOG.warn("A year could not be played: {}", String.valueOf(e.getCause()));
                cancelled = true;
                return Optional.empty();
            }
        }

        Optional<Findings> found() {
            return found(QUICK_MS);
        }
    }

    /** The year of this scenario: one that was played or is being played already, else one that begins now. */
    synchronized Year of(String text, int runs) {
        Year known = years.values().stream()
                .filter(y -> y.text.equals(text) && !y.cancelled)
                .findFirst()
                .orElse(null);
        return known == null ? begin(text, runs) : known;
    }

    private Year begin(String text, int runs) {
        Year year = new Year(text, runs);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        year.playing = worker.submit(
                () -> ScenarioRun.of(Scenario.parse("year.yaml", text)).play(runs, 1, threads, year));
        years.put(year.id, year);
        while (years.size() > KEPT) {
            Map.Entry<String, Year> oldest = years.entrySet().iterator().next();
            oldest.getValue().cancelled = true;
            years.remove(oldest.getKey());
        }
        return year;
    }

    /** A year that somebody waits for. */
    synchronized Optional<Year> find(String id) {
        return Optional.ofNullable(years.get(id));
    }

    synchronized void cancel(String id) {
        find(id).ifPresent(year -> {
            year.cancelled = true;
            Future<Findings> playing = year.playing;
            if (playing != null) {
                playing.cancel(false);
            }
        });
    }

    @PreDestroy
    synchronized void stop() {
        years.values().forEach(year -> year.cancelled = true);
        worker.shutdownNow();
    }
}
