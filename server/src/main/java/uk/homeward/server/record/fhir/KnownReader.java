package uk.homeward.server.record.fhir;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.preferences.Decisions;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SamePerson;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.person.PersonRecord;
import uk.homeward.server.person.PersonRecords;
import uk.homeward.server.record.CareDecisions;

/** Reads what is known here of a person; runs where the record was opened. */
@Component
class KnownReader {

    private final PersonRecords records;
    private final PersonCards cards;
    private final Desk desk;
    private final CareDecisions decisions;
    private final SamePerson same;
    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    KnownReader(
            PersonRecords records,
            PersonCards cards,
            Desk desk,
            CareDecisions decisions,
            SamePerson same,
            JdbcTemplate jdbc,
            PlaceKey place) {
        this.records = records;
        this.cards = cards;
        this.desk = desk;
        this.decisions = decisions;
        this.same = same;
        this.jdbc = jdbc;
        this.place = place;
    }

    PersonRecord record(String person) {
        return records.get(person);
    }

    PersonCard card(String person) {
        return cards.find(person).orElseThrow();
    }

    List<Journey> journeys(String person) {
        return jdbc
                .queryForList(
                        "select id from journey where place = ? and person = any (?) order by opened_at desc, id",
                        String.class,
                        place.value(),
                        same.array(person))
                .stream()
                .map(desk::get)
                .toList();
    }

    Decisions decisions(String person) {
        return decisions.of(person);
    }

    /** Whether there is anything to be made of journeys; asked before the record is opened, so that nothing is kept in vain. */
    boolean hasJourneys(String person) {
        return !jdbc.queryForList(
                        "select 1 from journey where place = ? and person = any (?) limit 1",
                        Integer.class,
                        place.value(),
                        same.array(person))
                .isEmpty();
    }

    /** The same for hospital stays. */
    boolean hasStays(String person) {
        return !jdbc.queryForList(
                        "select 1 from spell where place = ? and person = any (?) limit 1",
                        Integer.class,
                        place.value(),
                        same.array(person))
                .isEmpty();
    }
}
