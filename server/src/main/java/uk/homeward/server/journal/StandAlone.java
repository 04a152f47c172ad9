package uk.homeward.server.journal;

import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.place.Holiday;
import uk.homeward.journey.place.Place;
import uk.homeward.server.time.PlaceTime;

/**
 * The journal of a place for commands that run beside a server, or without one: the same desk, rules and projections.
 * Nobody here listens to changes; a running server's boards show them when they next look.
 */
public record StandAlone(Desk desk, Journal journal, JdbcTemplate jdbc, TransactionTemplate transaction, PlaceKey key) {

    /**
     * Opens the journal.
     *
     * @param source a database whose schema a server has made
     */
    public static StandAlone over(DataSource source, Place place, Pathways pathways, PlaceTime time) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        PlaceKey key = new PlaceKey(place.id().value());
        Journal journal = new Journal(jdbc, new EventCodec(), key);
        Calendar calendar = new Calendar(
                place.zone(), place.holidays().stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet()));
        ApplicationEventPublisher nobody = event -> {};
        JourneyProjection projection = new JourneyProjection(jdbc, key);
        Desk desk = new Desk(
                journal,
                projection,
                new PersonProjection(jdbc, key),
                new Units(jdbc, key),
                new CarerCover(journal, projection, calendar, time, key, jdbc),
                pathways,
                calendar,
                time,
                key,
                jdbc,
                transaction,
                new Announcer(nobody));
        return new StandAlone(desk, journal, jdbc, transaction, key);
    }
}
