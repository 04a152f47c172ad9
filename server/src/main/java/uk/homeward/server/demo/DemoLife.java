package uk.homeward.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.exchange.hospitals.DemoHospitals;
import uk.homeward.server.exchange.outgoing.DemoReceiver;
import uk.homeward.server.journal.BulkJournal;
import uk.homeward.server.journal.Changed;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.measures.CountingDay;
import uk.homeward.server.storage.DataFolder;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Announcement;

/** Fills the demo on its first start, then keeps it alive for as long as the server runs. */
@Component
class DemoLife implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLife.class);
    static final long SEED = 20_260_401;
    /** So many people keep the whole place's services busy; fewer people bring fewer arrivals. */
    private static final int PEOPLE_FOR_ALL_ARRIVALS = 20_000;

    private static final long EMPTY_DATABASE = 300_000_000;
    /** Measured: people, their history and what PostgreSQL writes ahead. */
    private static final long BYTES_FOR_EACH = 16_000;

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

    private final ServerSettings settings;
    private final Place place;
    private final Calendar calendar;
    private final Pathway pathway;
    private final DemoUsers users;
    private final PlaceTime time;
    private final PlaceKey key;
    private final CountingDay counting;
    private final Desk desk;
    private final BulkJournal journal;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcement announcement;
    private final Queue<String> changed = new ConcurrentLinkedQueue<>();
    private final ObjectProvider<DataFolder> folder;
    private final DemoHospitals hospitals;
    private final DemoRecords records;
    private final CaseReviewers reviewers;
    private final Assessors assessors;
    private final DemoReceiver receiver;
    private volatile boolean stopping;
    private volatile boolean alive;
    private @Nullable Thread thread;

    DemoLife(
            ServerSettings settings,
            Place place,
            Calendar calendar,
            Pathways pathways,
            DemoUsers users,
            PlaceTime time,
            PlaceKey key,
            CountingDay counting,
            Desk desk,
            BulkJournal journal,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Announcement announcement,
            ObjectProvider<DataFolder> folder,
            DemoHospitals hospitals,
            DemoRecords records,
            CaseReviewers reviewers,
            Assessors assessors,
            DemoReceiver receiver) {
        this.assessors = assessors;
        this.reviewers = reviewers;
        this.receiver = receiver;
        this.records = records;
        this.settings = settings;
        this.place = place;
        this.calendar = calendar;
        this.pathway = pathways.first();
        this.users = users;
        this.time = time;
        this.key = key;
        this.counting = counting;
        this.desk = desk;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.announcement = announcement;
        this.folder = folder;
        this.hospitals = hospitals;
    }

    /** True where people come and go, or will once the place is filled. */
    boolean hasLife() {
        return settings.isDemo() && settings.people() != ServerSettings.NOBODY;
    }

    /** Refuses to start where the disk would be full before the place is. */
    private void requireRoom() {
        DataFolder own = folder.getIfAvailable();
        if (own != null && hasLife() && !new Memory(jdbc, key).hasPast()) {
            own.requireFree(EMPTY_DATABASE + BYTES_FOR_EACH * people());
        }
    }

    private int people() {
        return settings.people() == 0 ? place.people().total() : settings.people();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (hasLife()) {
            thread = Thread.ofPlatform().name("demo").daemon().start(this::live);
        }
    }

    /** True once the place is filled and people come and go. */
    boolean isAlive() {
        return alive;
    }

    private void live() {
        Progress progress = new Progress(announcement);
        try {
            Instant now = time.instant();
            Memory memory = new Memory(jdbc, key);
            Instant first = memory.begun()
                    .map(begun -> begun.plus(Past.DAYS, ChronoUnit.DAYS))
                    .orElse(now);
            Cast cast = Cast.of(place, pathway, users::of, SEED, day(first));
            int count = people();
            double share = Math.min(
                    1,
                    count
                            / (double) Math.min(
                                    PEOPLE_FOR_ALL_ARRIVALS, place.people().total()));
            Arriving arriving = new Arriving(cast.choices(), cast.luck(), place.zone(), share);
            if (!memory.hasPast()) {
                new Filling(place, calendar, cast, arriving, journal, transaction, () -> stopping)
                        .fill(memory.people(), count, now, Past.DAYS, progress);
            }
            countFromTheFirstWholeWeek(now);
            Folk folk = memory.folk();
            LiveWorld world =
                    new LiveWorld(desk, jdbc, key, time, pathway, new Hospitals(place, cast.luck()), hospitals);
            Autopilot autopilot = new Autopilot(world, cast, arriving, folk);
            memory.remind(autopilot, arriving, folk, now);
            autopilot.begin(now);
            alive = true;
            records.seed();
            reviewers.seed();
            assessors.begin(cast.staff());
            receiver.begin();
            goOn(autopilot);
        } catch (Stopped stopped) {
            LOG.debug("the demo's life was stopped");
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.error("the demo's life ended early", e);
                progress.failed();
            }
        }
    }

    /** Of journeys that were under way when the told days begin only the end is known: they would draw a step. */
    private void countFromTheFirstWholeWeek(Instant now) {
        if (counting.find().isEmpty()) {
            LocalDate begun = day(now).minusDays(Past.DAYS);
            counting.set(
                    begun.with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
                    "the first whole week of the demo's told days",
                    "Homeward",
                    now);
        }
    }

    private LocalDate day(Instant now) {
        return now.atZone(place.zone()).toLocalDate();
    }

    private void goOn(Autopilot autopilot) {
        while (!stopping) {
            Instant now = time.instant();
            for (String journey = changed.poll(); journey != null; journey = changed.poll()) {
                autopilot.look(journey, now);
            }
            Instant next = autopilot.next();
            if (next != null && next.isBefore(now)) {
                actSafely(autopilot, next.plus(1, ChronoUnit.SECONDS));
            } else {
                sleep(next == null ? LONGEST_SLEEP : realTime(Duration.between(now, next)));
            }
        }
    }

    /** One thing that cannot be done must not end the life of the place. */
    private void actSafely(Autopilot autopilot, Instant until) {
        try {
            autopilot.until(until);
        } catch (org.springframework.dao.DataAccessException | IllegalArgumentException e) {
            if (!stopping) {
                LOG.warn("the autopilot could not act: {}", e.getMessage());
                sleep(LONGEST_SLEEP);
            }
        }
    }

    private Duration realTime(Duration inThePlace) {
        return Duration.ofMillis((long) (inThePlace.toMillis() / time.speed()) + 1);
    }

    private void sleep(Duration duration) {
        try {
            Thread.sleep(duration.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : duration);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Somebody else opened or changed a journey. */
    @EventListener
    void changed(Changed change) {
        if (alive && change.subject().kind() == Subject.Kind.JOURNEY && Thread.currentThread() != thread) {
            changed.add(change.subject().id());
        }
    }

    @Override
    public void start() {
        stopping = false;
        requireRoom();
    }

    @Override
    public void stop() {
        stopping = true;
        assessors.stop();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(4));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops first, so that nothing is told while the rest shuts down. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
