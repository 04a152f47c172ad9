package uk.homeward.server.exchange.csv;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Source;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Journal;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;

/** Takes tables of people, capacity and hours, and compares tables of practices with the place's. */
@Component
public class Tables {

    /** What a table can hold. */
    public static final List<String> KINDS =
            List.of("people", "referrals", "resources", "capacity", "hours", "out-of-area", "practices");

    private final Desk desk;
    private final UnitDesk units;
    private final PersonMatching matching;
    private final Journal journal;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PlaceKey key;
    private final Place place;
    private final Pathways pathways;
    private final Resources resources;

    public Tables(
            Desk desk,
            UnitDesk units,
            PersonMatching matching,
            Journal journal,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            PlaceKey key,
            Place place,
            Pathways pathways,
            Resources resources) {
        this.pathways = pathways;
        this.resources = resources;
        this.desk = desk;
        this.units = units;
        this.matching = matching;
        this.journal = journal;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.key = key;
        this.place = place;
    }

    /** Who sends a table, when, and whether it is only to be looked at. */
    public record Sending(Actor by, Instant at, boolean synthetic, boolean dryRun) {}

    /** Takes people; new ones are marked as made up if {@code synthetic}. */
    public Report people(String name, String text, Sending sending, IntConsumer progress) {
        return new Importing(transaction).run(table(sending), name, text, sending.dryRun(), progress);
    }

    /** Takes referrals: each row's person, and their journey. */
    public Report referrals(String name, String text, Sending sending, IntConsumer progress) {
        RowTaker taker = new ReferralsTable(table(sending), desk, pathways.first(), sending.at(), sending.by());
        return new Importing(transaction).run(taker, name, text, sending.dryRun(), progress);
    }

    /** Takes NDJSON: a FHIR resource on each line. */
    public Report resources(String text, Sending sending, IntConsumer progress) {
        Source source = new Source(sending.by().organisation(), sending.by().user(), "ndjson");
        return new FactLines(resources, source).run(text, sending.dryRun(), progress);
    }

    private PeopleTable table(Sending sending) {
        return new PeopleTable(
                desk, matching, journal, jdbc, key, place, sending.at(), sending.by(), sending.synthetic());
    }

    /**
     * Takes what is said of units.
     *
     * @param mayChange whether the sender may speak for a unit, by pool and unit
     */
    public Report units(
            UnitTable kind,
            String name,
            String text,
            Sending sending,
            BiPredicate<String, String> mayChange,
            IntConsumer progress) {
        UnitRows rows = new UnitRows(units, jdbc, key, sending.at(), sending.by(), mayChange);
        RowTaker taker = switch (kind) {
            case CAPACITY -> new CapacityTable(rows);
            case HOURS -> new HoursTable(rows, place);
            case OUT_OF_AREA -> new OutOfAreaTable(rows);
        };
        return new Importing(transaction).run(taker, name, text, sending.dryRun(), progress);
    }

    /** Compares practices with those of the place; nothing is written. */
    public Report practices(String name, String text, IntConsumer progress) {
        return new Importing(transaction).run(new PracticesTable(place), name, text, true, progress);
    }
}
