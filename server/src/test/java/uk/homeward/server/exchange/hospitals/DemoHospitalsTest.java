package uk.homeward.server.exchange.hospitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;
import uk.homeward.server.time.PlaceTime;

class DemoHospitalsTest extends ServerTest {

    private static final String NHS_NUMBER = IntStream.iterate(999_320_117, n -> n + 1)
            .filter(NhsNumber::isUsable)
            .mapToObj(n -> NhsNumber.beginningWith(n).value())
            .findFirst()
            .orElseThrow();

    private static final Actor WARD = new Actor("ward", "Ward Sister", "ward", "uhb");

    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final DemoHospitals hospitals = bean(DemoHospitals.class);
    private final String person = newId("ward-person");
    private final String journey = newId("ward-journey");

    @Test
    void whatTheirPeopleDoArrivesAsMessagesAndNothingIsToldTwice() throws IOException {
        register();
        open();
        hospitals.tell();
        assertThat(stay()).containsEntry("state", "ARRIVED");
        assertThat(text("select at from journey where id = ?", journey)).isEqualTo("front-door-assessment");
        assertNothingIsToldAgain();

        admit("qehb-medical-ward-1");
        hospitals.tell();
        assertThat(stay()).containsEntry("state", "ADMITTED").containsEntry("location", "qehb-medical-ward-1");
        assertNothingIsToldAgain();

        tell(new JourneyCommand.CompleteStep("Better"));
        tell(
                new JourneyCommand.Decide(OptionId.of("home"), "Well again", List.of("doctor", "nurse"), "Home", null),
                WARD);
        hospitals.tell();
        assertThat(stay()).containsEntry("state", "LEFT");
        assertThat(text("select count(*) from journey where person = ?", person))
                .isEqualTo("1");
        assertThat(text("select count(*) from message where state <> 'DONE' and sender in ('ED|RRK', 'ED|RXK')"))
                .isEqualTo("0");
        assertThat(text("select max(sequence) from event where subject_kind = 'PERSON' and subject_id = ?", person))
                .as("registered, and one local number for each hospital")
                .isBetween("2", "3");
    }

    /** Other tests have people in hospital too, so only the messages about this person are counted. */
    private void assertNothingIsToldAgain() throws IOException {
        String before = messages();
        hospitals.tell();
        assertThat(messages()).isEqualTo(before);
    }

    private String messages() {
        return text("select count(*) from message where position(convert_to(?, 'UTF8') in content) > 0", NHS_NUMBER);
    }

    private void register() {
        Details details = someone("Ward", "Visitor" + person);
        Details numbered = new Details(
                NHS_NUMBER,
                details.family(),
                details.given(),
                LocalDate.of(1940, 5, 17),
                details.sex(),
                details.address(),
                details.postcode(),
                details.phone(),
                details.locality(),
                details.practice(),
                details.language(),
                false,
                "",
                true,
                false,
                5,
                "own-home",
                true);
        desk.tellPerson(person, List.of(new PersonEvent.PersonRegistered(numbered)), time.instant(), STAFF, null);
    }

    private void open() {
        done(desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("hospital-front-door"),
                        new JourneyEvent.Sender("hospital", "uhb", "Front door", ""),
                        "Fall",
                        Map.of("urgency", "urgent")),
                time.instant(),
                STAFF,
                null));
    }

    private void admit(String ward) {
        tell(new JourneyCommand.StartStep(List.of()));
        tell(new JourneyCommand.CompleteStep("Seen"));
        tell(new JourneyCommand.Decide(
                OptionId.of("admit"), "Needs treatment in hospital", List.of("doctor", "nurse"), "To be well", null));
        tell(new JourneyCommand.StartStep(List.of(new Place(PoolId.of("acute-beds"), ward, null))));
    }

    private void tell(JourneyCommand command) {
        tell(command, STAFF);
    }

    private void tell(JourneyCommand command, Actor by) {
        done(desk.tell(journey, 0, command, time.instant(), by, null));
    }

    private static void done(Told told) {
        assertThat(told).isInstanceOf(Told.Done.class);
    }

    private Map<String, Object> stay() {
        return bean(JdbcTemplate.class)
                .queryForMap("select state, location from spell where visit = ?", Census.VISIT + journey);
    }

    private static String text(String sql, Object... arguments) {
        return String.valueOf(bean(JdbcTemplate.class).queryForObject(sql, String.class, arguments));
    }
}
