package uk.homeward.server.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;
import uk.homeward.server.measures.PublishedNow;
import uk.homeward.server.time.PlaceTime;

/**
 * A programme manager sees that a benefit lags, opens the measure, notes a decision, raises a risk and mitigates it; the
 * board sees it, and how it stood before.
 */
class FromLagToBoardTest extends ServerTest {

    private static final Actor RESPONDER = new Actor("imran", "Imran Shah", "responder", "bchc");

    @BeforeAll
    static void seven_people_stay_at_home_after_a_crisis() {
        staysAtHome(75); // so that the facts begin before the month that is counted
        for (int i = 0; i < 7; i++) {
            staysAtHome(40);
        }
        PublishedNow.publish(context());
    }

    @Test
    void from_a_lagging_benefit_to_the_board() {
        Visitor manager = visitor(Role.PROGRAMME);
        String page = manager.get("/programmes/tp-intermediate");
        assertThat(page).contains("admissions avoided (people)", "Lags behind the plan", "more must come");

        assertThat(manager.get("/measures/stayed-home-after-crisis")).contains("Still at home after a crisis");

        manager.send(
                "/programmes/tp-intermediate/gap",
                "benefit",
                "admissions-avoided",
                "words",
                "Ambulances do not know us yet");
        manager.send(
                "/programmes/tp-intermediate/decide",
                "words",
                "Ambulance crews may refer directly",
                "why",
                "they meet people first",
                "taken-by",
                "programme board");
        manager.get("/risks/new?programme=tp-intermediate&measure=stayed-home-after-crisis");
        manager.send(
                "/risks",
                "programme",
                "tp-intermediate",
                "cause",
                "crews are not told",
                "event",
                "Crews keep conveying",
                "effect",
                "people are admitted who could stay at home",
                "owner",
                "response lead",
                "organisation",
                "wmas",
                "measure",
                "stayed-home-after-crisis");
        String risk = manager.path();
        manager.send(risk + "/score", "stage", "before", "likelihood", "4", "impact", "4");
        manager.send(
                risk + "/mitigate",
                "words",
                "Brief every crew",
                "owner",
                "ambulance lead",
                "due",
                today().plusDays(20).toString());
        manager.send(risk + "/score", "stage", "after", "likelihood", "2", "impact", "4");
        manager.send(risk + "/mitigated", "mitigation", "brief-every-crew", "note", "all stations");

        Visitor board = visitor(Role.COMMISSIONER);
        assertThat(board.get("/programmes/tp-intermediate/report"))
                .contains("Ambulances do not know us yet", "Crews keep conveying", "2 × 4 = 8, high");
        assertThat(board.get(risk)).contains("Still at home after a crisis", "<svg", "mitigation done: all stations");
        assertThat(board.get("/programmes/changes?since=" + today().minusDays(1)))
                .contains("Ambulance crews may refer directly", "Brief every crew");
        String yesterday = "?as-of=" + today().minusDays(1);
        assertThat(board.get("/programmes/tp-intermediate" + yesterday))
                .doesNotContain("Ambulance crews may refer directly", "Crews keep conveying");
        board.get(risk + yesterday);
        assertThat(board.status()).isEqualTo(404);
    }

    private static LocalDate today() {
        return bean(ChangeBook.class).today();
    }

    /** Somebody whose crisis was answered at home so many days ago. */
    private static void staysAtHome(int daysAgo) {
        Desk desk = bean(Desk.class);
        Instant at = bean(PlaceTime.class).instant().minus(daysAgo, ChronoUnit.DAYS);
        String person = newId("stays");
        desk.tellPerson(person, List.of(new PersonEvent.PersonRegistered(someone("Sta", "Yer"))), at, STAFF, null);
        String journey = newId("stays-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "Test Practice", "Dr Test", "0121 496 0000"),
                        "fell at home",
                        Map.of("urgency", "urgent", "locality", "central")),
                at,
                STAFF,
                null);
        told(desk, journey, new JourneyCommand.Accept(), at, STAFF);
        told(desk, journey, decides("respond"), at, STAFF);
        told(desk, journey, new JourneyCommand.StartStep(List.of()), at, STAFF);
        told(desk, journey, new JourneyCommand.CompleteStep("over"), at, RESPONDER);
        told(desk, journey, decides("enable-at-home"), at, RESPONDER);
    }

    private static JourneyCommand decides(String option) {
        return new JourneyCommand.Decide(OptionId.of(option), "", List.of("nurse", "therapist"), "home", null);
    }

    private static void told(Desk desk, String journey, JourneyCommand command, Instant at, Actor by) {
        assertThat(desk.tell(journey, 0, command, at, by, null)).isInstanceOf(Told.Done.class);
    }
}
