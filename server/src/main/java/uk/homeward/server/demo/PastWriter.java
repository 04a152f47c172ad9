package uk.homeward.server.demo;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.journal.BulkJournal;

/**
 * Writes a past while it is being made up: one thread hands over what is told day by day, another writes it, all in one
 * transaction, so that a loading that is cut short leaves nothing half written.
 */
final class PastWriter {

    private static final int DAYS_AHEAD = 12;

    /** What the writer is handed. */
    private sealed interface Part {}

    private record Day(List<Recorded<? extends Event>> events) implements Part {}

    private record Ended(List<Journey> journeys) implements Part {}

    private record Facts(List<Recorded<PersonEvent>> facts) implements Part {}

    private record End() implements Part {}

    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(DAYS_AHEAD);
    private final PastStays stays;
    private final BulkJournal journal;
    private final TransactionTemplate transaction;
    private final BooleanSupplier stopped;
    private volatile @Nullable Throwable failure;
    private long events;

    PastWriter(PastStays stays, BulkJournal journal, TransactionTemplate transaction, BooleanSupplier stopped) {
        this.stays = stays;
        this.journal = journal;
        this.transaction = transaction;
        this.stopped = stopped;
    }

    void day(List<Recorded<? extends Event>> told) {
        hand(new Day(told));
    }

    void ended(List<Journey> journeys) {
        hand(new Ended(List.copyOf(journeys)));
    }

    void facts(List<Recorded<PersonEvent>> facts) {
        hand(new Facts(facts));
    }

    void end() {
        hand(new End());
    }

    private void hand(Part part) {
        try {
            while (!parts.offer(part, 200, TimeUnit.MILLISECONDS)) {
                Stopped.check(stopped);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** Writes until the end is handed over; returns how many events were written. */
    long write() {
        transaction.executeWithoutResult(status -> {
            for (Part part = next(); !(part instanceof End); part = next()) {
                switch (part) {
                    case Day day -> append(day.events());
                    case Ended ended -> {
                        journal.project(ended.journeys());
                        ended.journeys().forEach(stays::add);
                    }
                    case Facts facts -> {
                        append(facts.facts());
                        journal.learn(facts.facts());
                    }
                    case End end -> {}
                }
            }
            append(stays.events());
            journal.project(stays.stays());
            journal.recount();
        });
        return events;
    }

    private void append(List<? extends Recorded<? extends Event>> told) {
        journal.append(told);
        events += told.size();
    }

    /** Whoever hands over cannot go on; the writing is given up. */
    void fail(Throwable cause) {
        failure = cause;
    }

    private Part next() {
        try {
            while (true) {
                Part part = parts.poll(200, TimeUnit.MILLISECONDS);
                Stopped.check(stopped);
                if (failure != null) {
                    throw new IllegalStateException("the past could not be made up", failure);
                }
                if (part != null) {
                    return part;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}
