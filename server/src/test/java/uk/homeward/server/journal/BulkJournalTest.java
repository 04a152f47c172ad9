package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.time.PlaceTime;

class BulkJournalTest extends ServerTest {

    private final Desk desk = bean(Desk.class);
    private final BulkJournal bulk = bean(BulkJournal.class);
    private final Journal journal = bean(Journal.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final TransactionTemplate transaction = bean(TransactionTemplate.class);

    @Test
    void leaves_the_rows_that_the_desk_leaves() {
        String told = journeyInCrisisResponse();
        String copied = newId("copied");
        List<Recorded<JourneyEvent>> events = journal.journey(told).stream()
                .map(r -> new Recorded<>(
                        Subject.journey(copied), r.sequence(), r.occurredAt(), r.recordedAt(), r.by(), r.event()))
                .toList();
        Journey journey = Journey.of(bean(Pathways.class).first(), bean(Calendar.class), events);

        transaction.executeWithoutResult(status -> {
            bulk.append(events);
            bulk.project(List.of(journey));
            bulk.recount();
        });

        assertThat(journal.journey(copied)).isEqualTo(events);
        assertThat(rows("journey", "id", copied)).isEqualTo(rows("journey", "id", told));
        for (String table : List.of("clock", "task", "occupancy")) {
            assertThat(rows(table, "journey", copied)).isNotEmpty().isEqualTo(rows(table, "journey", told));
        }
        assertThat(unitsThatDisagree()).isZero();
    }

    @Test
    void registers_people_and_learns_about_them_as_the_desk_does() {
        String told = newId("person");
        String copied = newId("person");
        List<PersonEvent> facts = List.of(
                new PersonEvent.PersonRegistered(someone("Tab\tand \\ back", "O'Neill")),
                new PersonEvent.MattersRecorded("My dog\nand my garden"),
                new PersonEvent.AlertRaised("key-safe", "By the door"),
                new PersonEvent.CarerNamed("carer-1", "Sam", "son", "07700 900123", "daily"),
                new PersonEvent.StoryAnswered("walks", "yes", "likely", null));
        desk.tellPerson(told, facts, time.instant(), STAFF, null);
        List<Recorded<PersonEvent>> events = journal.person(told).stream()
                .map(r -> new Recorded<>(
                        Subject.person(copied), r.sequence(), r.occurredAt(), r.recordedAt(), r.by(), r.event()))
                .toList();

        transaction.executeWithoutResult(status -> {
            bulk.register(events.subList(0, 1));
            bulk.append(events.subList(1, events.size()));
            bulk.learn(events.subList(1, events.size()));
        });

        assertThat(rows("person", "id", copied)).isEqualTo(rows("person", "id", told));
        assertThat(rows("person_note", "person", copied)).hasSize(3).isEqualTo(rows("person_note", "person", told));
    }

    private String journeyInCrisisResponse() {
        String person = newId("person");
        desk.tellPerson(
                person,
                List.of(new PersonEvent.PersonRegistered(someone("Freda", "Hill"))),
                time.instant(),
                STAFF,
                null);
        String id = newId("journey");
        desk.open(
                id,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "", "", ""),
                        "Tab\tin a reason",
                        Map.of("locality", "central", "urgency", "urgent")),
                time.instant(),
                STAFF,
                null);
        tell(id, new JourneyCommand.Accept());
        tell(
                id,
                new JourneyCommand.Decide(
                        OptionId.of("respond"), "", List.of("nurse", "therapist"), "At home", "In a bed"));
        tell(id, new JourneyCommand.StartStep(List.of()));
        return id;
    }

    private void tell(String journey, JourneyCommand command) {
        assertThat(desk.tell(journey, 0, command, time.instant(), STAFF, null)).isInstanceOf(Told.Done.class);
    }

    /** The rows without the column that tells them apart. */
    private List<Map<String, Object>> rows(String table, String column, String id) {
        return jdbc
                .queryForList("select * from " + table + " where " + column + " = ? order by " + table + "::text", id)
                .stream()
                .peek(row -> row.remove(column))
                .peek(row -> row.computeIfPresent(
                        "match_keys", (name, keys) -> String.valueOf(keys))) // arrays have no equality
                .toList();
    }

    private int unitsThatDisagree() {
        Integer count = jdbc.queryForObject("""
                select count(*) from unit u where occupied <> (select count(*) from occupancy o
                    where o.place = u.place and o.pool = u.pool and o.unit = u.unit)
                """, Integer.class);
        return count == null ? -1 : count;
    }
}
