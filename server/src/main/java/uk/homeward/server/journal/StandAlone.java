package uk.homeward.server.journal;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.flow.Criteria;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.place.Holiday;
import uk.homeward.journey.place.Place;
import uk.homeward.server.time.PlaceTime;

/**
 * The journal of a place for commands that run beside a server, or without one: the same desk, rules and projections.
 * Nobody here listens to changes; a running server's boards show them when they next look.
 */
public record StandAlone(
        Desk desk,
        UnitDesk units,
        Journal journal,
        Ledger ledger,
        Rebuild rebuild,
        PlaceTime time,
        JdbcTemplate jdbc,
        TransactionTemplate transaction,
        PlaceKey key) {

    /**
     * Opens the journal.
     *
     * @param source a database whose schema a server has made
     * @param others the projections that other packages bring
     */
    public static StandAlone over(
            DataSource source,
            Place place,
            Pathways pathways,
            PlaceTime time,
            BiFunction<JdbcTemplate, PlaceKey, List<Projecting>> others) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        PlaceKey key = new PlaceKey(place.id().value());
        new PathwayVersions(jdbc, key).load(pathways);
        EventCodec codec = new EventCodec();
        Journal journal = new Journal(jdbc, codec, key);
        Calendar calendar = new Calendar(
                place.zone(), place.holidays().stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet()));
        ApplicationEventPublisher nobody = event -> {};
        PersonProjection people = new PersonProjection(jdbc, key);
        Units units = new Units(jdbc, key);
        List<Projecting> projections = others.apply(jdbc, key);
        Announcer announcer = new Announcer(nobody);
        Ledger ledger = new Ledger(journal, time, key, jdbc, transaction, announcer, projections);
        CarerCover cover = new CarerCover(journal, calendar, time, key, jdbc);
        Desk desk = new Desk(
                journal,
                new JourneyDesk(journal, cover, pathways, calendar, time, key, jdbc),
                new PersonDesk(journal, people, time, key, jdbc, transaction, announcer),
                new StartingPlaces(units, ledger, jdbc, key),
                pathways,
                calendar,
                time,
                key,
                jdbc,
                transaction,
                announcer,
                new SamePerson(jdbc, key));
        FlowPlace flowPlace = FlowPlace.of(place, Criteria.of(List.of())); // what stands names no criteria
        BulkJournal bulk = new BulkJournal(source, jdbc, codec, key, calendar, flowPlace);
        Rebuild rebuild = new Rebuild(
                jdbc,
                transaction,
                journal,
                key,
                projections.stream().flatMap(p -> p.tables().stream()).toList(),
                () -> new Projector(
                        bulk,
                        people,
                        units,
                        pathways,
                        calendar,
                        new FlowProjection(jdbc, key),
                        new FlowReading(journal, flowPlace),
                        projections));
        UnitDesk unitDesk = new UnitDesk(journal, units, jdbc, key, time, transaction, announcer);
        return new StandAlone(desk, unitDesk, journal, ledger, rebuild, time, jdbc, transaction, key);
    }
}
