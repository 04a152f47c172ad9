package uk.homeward.server.planning;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.BrokenRun;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.journey.place.Place;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Announcement;

/**
 * Forecasts every hour of the place's time, at most every two minutes of real time, on one thread of the lowest priority;
 * and looks at midnight, six, noon and six how all stands. While the demo is being filled it waits.
 */
@Component
class ForecastLife implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastLife.class);
    private static final long REST_NANOS = 120_000_000_000L;
    private static final int HOURS_APART = 6;
    private static final long LOOKS_EVERY_MS = 1_000;

    private final ForecastDesk desk;
    private final PlaceTime time;
    private final Place place;
    private final Announcement announcement;
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private @Nullable LocalDateTime forecastIn; // the hour of the last forecast
    private long forecastNanos;
    private @Nullable LocalDateTime looked;

    ForecastLife(ForecastDesk desk, PlaceTime time, Place place, Announcement announcement) {
        this.desk = desk;
        this.time = time;
        this.place = place;
        this.announcement = announcement;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread started = Thread.ofPlatform()
                .name("forecast")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::live);
        thread = started;
        started.start();
    }

    private void live() {
        while (!stopping) {
            try {
                Thread.sleep(LOOKS_EVERY_MS);
                if (announcement.words() == null && !stopping) {
                    turn();
                }
            } catch (InterruptedException e) {
                return;
            } catch (CancellationException e) {
                LOG.debug("a forecast was stopped");
            } catch (RuntimeException e) {
                if (!stopping) {
                    LOG.warn("no forecast could be made now; it is tried again in the next hour: {}", e.getMessage());
                }
            }
        }
    }

    private void turn() {
        LocalDateTime now = LocalDateTime.ofInstant(time.instant(), place.zone());
        LocalDateTime hour = now.truncatedTo(ChronoUnit.HOURS);
        LocalDateTime moment = hour.minusHours(hour.getHour() % HOURS_APART);
        LocalDateTime before = looked;
        looked = moment;
        if (before != null && moment.isAfter(before)) {
            desk.look(moment);
        }
        boolean rested = forecastIn == null || System.nanoTime() - forecastNanos > REST_NANOS;
        if (rested && !hour.equals(forecastIn)) {
            forecastIn = hour;
            forecastNanos = System.nanoTime();
            try {
                desk.forecast(time.instant(), listener());
            } catch (BrokenRun e) {
                LOG.warn("the forecast of {} was not kept: {}", hour, e.getMessage());
            }
        }
    }

    private Listener listener() {
        return new Listener() {
            @Override
            public void progress(int done, int of) {}

            @Override
            public boolean cancelled() {
                return stopping;
            }
        };
    }

    @Override
    public void start() {
        stopping = false;
    }

    @Override
    public void stop() {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(java.time.Duration.ofSeconds(3));
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

    /** Stops before the database does. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
