package uk.homeward.server.planning;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
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
import uk.homeward.foresight.engine.BrokenRun;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.source.FaultyDefinition;

/** Plays scenarios one after another, beside the place as it is, with the same luck; tells how far each is, and stops it. */
@Component
class PlayingScenarios {

    private static final Logger LOG = LoggerFactory.getLogger(PlayingScenarios.class);

    private final Scenarios scenarios;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("scenario").daemon().priority(3).factory());
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private volatile @Nullable AsIs asIs;

    PlayingScenarios(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    private record AsIs(String text, int runs, long seed, Findings found) {}

    /** One scenario that is being played, or waits for its turn. */
    static final class Job implements Listener {
        private final int of;
        private volatile int done;
        private volatile int before;
        private volatile boolean cancelled;
        private volatile @Nullable Future<?> running;

        Job(int of) {
            this.of = of;
        }

        @Override
        public void progress(int runs, int all) {
            done = before + runs;
        }

        void next() {
            before = done;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        /** In a hundred. */
        int percent() {
            return Math.min(100, 100 * done / of);
        }
    }

    void start(SavedScenario s) {
        Job job = new Job(2 * s.runs());
        jobs.put(s.id(), job);
        job.running = worker.submit(() -> play(s, job));
    }

    /** Waits a little: most scenarios are done before somebody looks again. */
    void await(String id, long millis) {
        Job job = jobs.get(id);
        Future<?> running = job == null ? null : job.running;
        if (running != null) {
            try {
                running.get(millis, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                LOG.debug("scenario {} takes longer", id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                LOG.warn("scenario {} ended with {}", id, e.getMessage());
            }
        }
    }

    private void play(SavedScenario s, Job job) {
        long started = System.nanoTime();
        try {
            Findings result = play(s.yaml(), s, job);
            job.next();
            AsIs known = asIs;
            if (known == null
                    || !known.text().equals(s.base())
                    || known.runs() != s.runs()
                    || known.seed() != s.seed()) {
                known = new AsIs(s.base(), s.runs(), s.seed(), play(s.base(), s, job));
                asIs = known;
            }
            scenarios.played(s.id(), result, known.found(), (int) ((System.nanoTime() - started) / 1_000_000));
        } catch (CancellationException e) {
            scenarios.failed(s.id(), "It was stopped before it was done.");
        } catch (FaultyDefinition e) {
            scenarios.failed(
                    s.id(),
                    String.join(" ", e.faults().stream().map(f -> f.toString()).toList()));
        } catch (BrokenRun | IllegalArgumentException e) {
            scenarios.failed(s.id(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("scenario {} could not be kept", s.id(), e);
        } finally {
            jobs.remove(s.id());
        }
    }

    private static Findings play(String text, SavedScenario s, Listener listener) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        return ScenarioRun.of(Scenario.parse(s.id() + ".yaml", text)).play(s.runs(), s.seed(), threads, listener);
    }

    /** How far it is, in a hundred; empty where it is not being played. */
    Optional<Integer> progress(String id) {
        return Optional.ofNullable(jobs.get(id)).map(Job::percent);
    }

    void cancel(String id) {
        Job job = jobs.get(id);
        if (job != null) {
            job.cancelled = true;
        }
    }

    @PreDestroy
    void stop() {
        jobs.values().forEach(job -> job.cancelled = true);
        worker.shutdownNow();
    }
}
