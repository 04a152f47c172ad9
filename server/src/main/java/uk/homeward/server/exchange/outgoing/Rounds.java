package uk.homeward.server.exchange.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.homeward.server.time.PlaceTime;

/**
 * Reads the journal on and sends, each receiver in order and by a thread of its own, so that one who is slow or down holds up
 * nobody else. What was not taken is sent again after a pause that doubles up to an hour, for three days; then it waits for a
 * person, and the next goes on. What the receiver refuses waits for a person at once.
 */
@Component("outgoingRounds")
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVES_UP = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_DOUBLINGS = 12;
    private static final int EVERY_MS = 500;
    private static final int MOST_BATCHES = 20;

    private final Feed feed;
    private final Outbox outbox;
    private final Subscribers subscribers;
    private final Sender sender;
    private final Acknowledgements acknowledgements;
    private final PlaceTime time;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService each = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outgoing").factory());
    private volatile boolean running;

    Rounds(
            Feed feed,
            Outbox outbox,
            Subscribers subscribers,
            Sender sender,
            Acknowledgements acknowledgements,
            PlaceTime time) {
        this.feed = feed;
        this.acknowledgements = acknowledgements;
        this.outbox = outbox;
        this.subscribers = subscribers;
        this.sender = sender;
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
        rounds.scheduleWithFixedDelay(this::round, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(this::tidy, 1, 1, TimeUnit.HOURS);
    }

    @Override
    public void stop() {
        running = false;
        rounds.shutdownNow();
        each.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void round() {
        try {
            int batches = 0;
            while (running && batches < MOST_BATCHES && feed.read() > 0) {
                batches++;
            }
            for (Subscriber subscriber : subscribers.list()) {
                if (busy.add(subscriber.id())) {
                    each.execute(() -> serve(subscriber));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("What is to be told to others waits: {}", e.toString());
        }
    }

    private void tidy() {
        try {
            outbox.forgetBefore(time.instant().minus(KEPT));
        } catch (RuntimeException e) {
            LOG.warn("Old messages of the outbox stay for now: {}", e.toString());
        }
    }

    private void serve(Subscriber subscriber) {
        try {
            Optional<Letter> letter = outbox.take(subscriber.id(), time.instant(), LEASE);
            while (running && letter.isPresent() && deliver(subscriber, letter.get())) {
                letter = outbox.take(subscriber.id(), time.instant(), LEASE);
            }
        } catch (RuntimeException e) {
            LOG.warn("Messages for {} wait: {}", subscriber.id(), e.toString());
        } finally {
            busy.remove(subscriber.id());
        }
    }

    /** True if the next may follow. */
    private boolean deliver(Subscriber subscriber, Letter letter) {
        Answer answer = sender.send(subscriber, outbox.content(letter.number()));
        Instant now = time.instant();
        return switch (answer) {
            case Answer.Taken taken -> {
                outbox.settle(letter.number(), Letter.State.SENT, "", taken.words(), now);
                acknowledgements.taken(letter.controlId(), taken.words());
                yield true;
            }
            case Answer.Refused refused -> {
                outbox.settle(letter.number(), Letter.State.REFUSED, refused.words(), "", now);
                yield true;
            }
            case Answer.Later later
            when letter.queuedAt().plus(GIVES_UP).isBefore(now) -> {
                outbox.settle(letter.number(), Letter.State.DEAD, later.words(), "", now);
                yield true;
            }
            case Answer.Later later -> {
                outbox.again(letter, later.words(), now.plus(pause(letter.attempts())));
                yield false;
            }
        };
    }

    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
