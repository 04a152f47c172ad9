package uk.homeward.server.demo;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.people.Population;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.BulkJournal;

/** The first start: people and past, made up on one processor while the other writes. */
final class Filling {

    private static final long POPULATION_SEED = 20_260_401;

    private final Place place;
    private final Calendar calendar;
    private final Cast cast;
    private final Arriving arriving;
    private final BulkJournal journal;
    private final TransactionTemplate transaction;
    private final BooleanSupplier stopped;

    Filling(
            Place place,
            Calendar calendar,
            Cast cast,
            Arriving arriving,
            BulkJournal journal,
            TransactionTemplate transaction,
            BooleanSupplier stopped) {
        this.place = place;
        this.calendar = calendar;
        this.cast = cast;
        this.arriving = arriving;
        this.journal = journal;
        this.transaction = transaction;
        this.stopped = stopped;
    }

    /**
     * Fills the place; goes on where an earlier filling was cut short.
     *
     * @param known how many people are registered already
     */
    void fill(int known, int count, Instant now, int days, Progress progress) {
        Population population =
                Population.of(place, POPULATION_SEED, now.atZone(place.zone()).toLocalDate());
        FirstPeople people = new FirstPeople(population, journal, transaction);
        Folk folk = people.folk(count);
        Past past = new Past(place, calendar, cast, arriving, folk, now, days);
        PastWriter writer =
                new PastWriter(new PastStays(new Hospitals(place, cast.luck())), journal, transaction, stopped);
        CompletableFuture<Void> playing = CompletableFuture.runAsync(() -> {
            past.warmUp(stopped);
            past.play(writer, progress, stopped);
        });
        people.register(known, count, past.start(), now, progress, stopped);
        long events = write(writer, playing);
        progress.done(count, events);
    }

    private long write(PastWriter writer, CompletableFuture<Void> playing) {
        playing.whenComplete((done, failure) -> {
            if (failure != null) {
                writer.fail(failure);
            }
        });
        try {
            long events = writer.write();
            playing.join();
            return events;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
