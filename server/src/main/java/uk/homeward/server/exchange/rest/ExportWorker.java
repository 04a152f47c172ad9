package uk.homeward.server.exchange.rest;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.OptedOut;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.exchange.resources.Exporting;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Reading;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.time.PlaceTime;

/**
 * Makes the files of bulk exports, one job at a time and each as of one moment, in the background. A job ends in the
 * transaction that made its files; where a server dies in the middle, the next one begins it anew.
 */
@Component("fhirExportWorker")
class ExportWorker implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);
    static final Duration KEPT = Duration.ofHours(24);
    /** What was being written while the export began may come later than its time says. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(30);

    private static final int LARGEST_FILE = 4_000_000;
    private static final int EVERY_SECONDS = 2;

    private final ExportStore store;
    private final Exporting exporting;
    private final Resources resources;
    private final RecordDoor door;
    private final Looks looks;
    private final OptedOut optedOut;
    private final Reading reading;
    private final PlaceTime time;
    private final TransactionTemplate snapshot;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fhir-export").factory());

    ExportWorker(
            ExportStore store,
            Exporting exporting,
            Resources resources,
            RecordDoor door,
            Looks looks,
            OptedOut optedOut,
            Reading reading,
            PlaceTime time,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.exporting = exporting;
        this.resources = resources;
        this.door = door;
        this.looks = looks;
        this.optedOut = optedOut;
        this.reading = reading;
        this.time = time;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public void afterPropertiesSet() {
        thread.scheduleWithFixedDelay(this::work, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    /** Does at once what is waiting. */
    void wake() {
        thread.execute(this::work);
    }

    private void work() {
        try {
            store.expire(time.instant());
            store.listWaiting().forEach(this::run);
        } catch (RuntimeException e) {
            LOG.warn("bulk exports wait: {}", e.toString());
        }
    }

    private void run(ExportJob job) {
        try {
            snapshot.executeWithoutResult(status -> {
                if (!store.take(job.id())) {
                    return;
                }
                Instant now = time.instant();
                write(job);
                if (!store.settle(job.id(), ExportJob.State.DONE, now.minus(IN_FLIGHT), now.plus(KEPT), null)) {
                    status.setRollbackOnly(); // cancelled meanwhile
                }
            });
        } catch (RuntimeException e) {
            LOG.error("bulk export {} failed", job.id(), e);
            store.settle(job.id(), ExportJob.State.FAILED, null, null, "the export failed; the server's log says why");
        }
    }

    private void write(ExportJob job) {
        Set<String> people = new HashSet<>();
        Set<String> leftOut = optedOut.people();
        Map<String, Boolean> open = new HashMap<>();
        int[] number = {0};
        List<String> types = job.types().isEmpty() ? resources.typesKept() : job.types();
        for (String type : types) {
            Lines lines = new Lines(job.id(), type, number);
            exporting.each(type, job.since(), patients(job), kept -> {
                boolean own = Exporting.isFree(job.user(), kept);
                String person = kept.person();
                if (person != null && leftOut.contains(person)) {
                    return; // a bulk export is no care of one person
                }
                if (!reading.shows(job.user(), kept)) {
                    return;
                }
                if (own || (person != null && open.computeIfAbsent(person, p -> door.isOpen(job.user(), p)))) {
                    if (person != null) {
                        people.add(person);
                    }
                    lines.add(kept);
                }
            });
            lines.end();
        }
        people.forEach(p -> looks.keep(job.user(), p, "bulk export by FHIR", ""));
    }

    private Exporting.Of patients(ExportJob job) {
        return switch (job.about()) {
            case ALL -> Exporting.Of.everything();
            case PATIENTS -> Exporting.Of.patients();
            case GROUP -> Exporting.Of.group(exporting.members(Objects.requireNonNull(job.group())));
        };
    }

    /** The lines of one type, cut into files. */
    private final class Lines {

        private final String job;
        private final String type;
        private final int[] number;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int count;

        Lines(String job, String type, int[] number) {
            this.job = job;
            this.type = type;
            this.number = number;
        }

        void add(Kept kept) {
            for (byte b : kept.json()) {
                out.write(b == '\n' || b == '\r' ? ' ' : b); // between tokens only: within text JSON writes \n
            }
            out.write('\n');
            count++;
            if (out.size() > LARGEST_FILE) {
                end();
            }
        }

        void end() {
            if (count > 0) {
                store.add(job, ++number[0], type, count, out.toByteArray());
                out.reset();
                count = 0;
            }
        }
    }
}
