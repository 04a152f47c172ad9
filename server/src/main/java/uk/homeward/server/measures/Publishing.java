package uk.homeward.server.measures;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactStore;
import uk.homeward.insight.events.Published;
import uk.homeward.insight.events.PublishingFailure;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.storage.DataFolder;
import uk.homeward.server.storage.StorageFailure;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Announcement;

/**
 * Publishes in the background, in a thread of its own with the lowest priority, and has the figures computed anew after it.
 * A failure is logged and tried again; care never waits for it.
 */
@Component
class Publishing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final FactsPlace facts;
    private final Shelf shelf;
    private final Followers followers;
    private final Publisher publisher;
    private final Place place;
    private final PlaceTime time;
    private final Announcement announcement;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    Publishing(
            FactsPlace facts,
            Shelf shelf,
            Followers followers,
            JdbcTemplate jdbc,
            EventCodec codec,
            ServerSettings settings,
            Place place,
            PlaceTime time,
            Announcement announcement) {
        this.facts = facts;
        this.shelf = shelf;
        this.followers = followers;
        this.publisher = new Publisher(jdbc, codec, PlaceFacts.of(place, settings.place()));
        this.place = place;
        this.time = time;
        this.announcement = announcement;
    }

    @Override
    public synchronized void start() {
        Path folder = facts.folder();
        if (folder == null) {
            LOG.info("No facts are published: set HOMEWARD_FACTS to a folder for them");
            return;
        }
        Thread started = new Thread(() -> run(folder), "publishing");
        started.setDaemon(true);
        started.setPriority(Thread.MIN_PRIORITY);
        started.start();
        thread = started;
    }

    private void run(Path folder) {
        try (DataFolder locked = DataFolder.open(folder)) {
            FactFolder open = FactFolder.openAnew(locked.path()); // the server can publish all of it again
            while (!pause(PAUSE.dividedBy(10))) {
                if (announcement.words()
                        == null) { // while a place is being filled, all of it would be published in pieces
                    once(open);
                }
                if (pause(PAUSE)) {
                    return;
                }
            }
        } catch (StorageFailure | PublishingFailure e) {
            LOG.warn("Facts are not published: {}", e.getMessage());
        }
    }

    /** Publishes what is new and has the figures computed. */
    void once(FactFolder folder) {
        try (FactStore store = FactStore.open(
                folder, Published.nothing(place.id().value(), place.zone(), "journal"), facts.pseudonyms(), place)) {
            publisher.publish(store, null, time.instant(), left -> {});
            shelf.renew(folder, store.earliestTouched());
            followers.tell();
        } catch (DataAccessException | PublishingFailure e) {
            LOG.warn("Facts could not be published now and will be later: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Facts could not be published now and will be later", e);
        }
    }

    private boolean pause(Duration lasting) {
        try {
            return stopped.await(lasting.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
