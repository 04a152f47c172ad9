package uk.homeward.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Handling;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.Step;
import uk.homeward.server.time.PlaceTime;

/**
 * A carer was admitted: whoever they care for, and who is not on a journey already, gets emergency cover, in the same
 * transaction as the admission. A pathway without the route {@code carer-admitted} offers none.
 */
@Component
class CarerCover {

    private static final RouteId CARER_ADMITTED = RouteId.of("carer-admitted");

    private final Journal journal;
    private final Calendar calendar;
    private final PlaceTime time;
    private final PlaceKey place;
    private final JdbcTemplate jdbc;

    CarerCover(Journal journal, Calendar calendar, PlaceTime time, PlaceKey place, JdbcTemplate jdbc) {
        this.journal = journal;
        this.calendar = calendar;
        this.time = time;
        this.place = place;
        this.jdbc = jdbc;
    }

    /** Adds the opening of cover for each person who needs it, if what happened on this journey is an admission. */
    void offer(Writes writes, Journey carer, List<JourneyEvent> happened, Instant occurredAt, Actor by) {
        if (carer.pathway().routes().containsKey(CARER_ADMITTED) && isAdmission(carer, happened)) {
            caredFor(carer).forEach(person -> open(writes, carer, person, occurredAt, by));
        }
    }

    private static boolean isAdmission(Journey journey, List<JourneyEvent> happened) {
        return happened.stream()
                .filter(JourneyEvent.StepStarted.class::isInstance)
                .map(event -> journey.pathway().get(((JourneyEvent.StepStarted) event).step()))
                .anyMatch(step -> step.setting() == Step.Setting.HOSPITAL && step.keepsPlace());
    }

    private List<Map<String, Object>> caredFor(Journey carer) {
        return jdbc.queryForList("""
            select n.person, p.locality from person_note n join person p on p.place = n.place and p.id = n.person
            where n.place = ? and n.kind = 'CARER' and n.key = ?
              and not exists (select from journey j where j.place = n.place and j.person = n.person
                              and j.ended_at is null)
            """, place.value(), carer.person());
    }

    private void open(Writes writes, Journey carer, Map<String, Object> person, Instant occurredAt, Actor by) {
        String id = "cover-" + carer.id() + "-" + carer.version() + "-" + person.get("person");
        JourneyCommand.Open open = new JourneyCommand.Open(
                String.valueOf(person.get("person")),
                CARER_ADMITTED,
                new JourneyEvent.Sender("hospital", by.organisation(), by.name(), ""),
                "Their carer was taken to hospital: cover is needed within 2 hours, for up to 48 hours",
                Map.of("urgency", "urgent", "locality", String.valueOf(person.get("locality"))));
        List<Recorded<JourneyEvent>> events = Journal.number(
                Subject.journey(id), 0, occurredAt, time.instant(), by, Handling.open(carer.pathway(), open));
        journal.append(writes, events, null);
        JourneyProjection.write(
                writes, null, JourneyRow.of(Journey.of(carer.pathway(), calendar, events), calendar.zone()));
    }
}
