package uk.homeward.server.athome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.time.PlaceTime;

class PlanPageTest extends ServerTest {

    private final String journey = newId("plan");
    private final String page = "/journeys/" + journey + "/plan";

    @Test
    void goals_visits_actions_outcomes_and_the_coordinator_are_recorded_from_the_plan() {
        enabled();
        Visitor therapist = visitor(Role.THERAPIST);
        assertThat(therapist.get(page)).contains("No goal is set yet").contains("None is planned yet");
        String here = "/journeys/" + journey + "/";
        therapist.send(here + "set-goal", "back", page, "words", "Walk to the shop");
        therapist.send(here + "plan-visit", "back", page, "at-time", "2030-01-02T10:00", "purpose", "Steps and stairs");
        therapist.send(here + "add-action", "back", page, "what", "Order a rail", "owner", "therapist");
        therapist.send(here + "measure-outcome", "back", page, "scale", "Barthel", "score", "13", "when", "START");
        String after = therapist.send(
                here + "name-coordinator", "back", page, "name", "Nadia Begum", "phone", "0121 496 0777");
        assertThat(therapist.path()).isEqualTo(page);
        assertThat(after)
                .contains("“Walk to the shop”")
                .contains("Steps and stairs")
                .contains("Order a rail")
                .contains("Barthel")
                .contains("Nadia Begum, 0121 496 0777");
    }

    @Test
    void what_is_missing_is_said_on_the_plan_itself() {
        enabled();
        Visitor therapist = visitor(Role.THERAPIST);
        therapist.get(page);
        String again = therapist.send("/journeys/" + journey + "/set-goal", "back", page, "words", "");
        assertThat(again)
                .contains("There is a problem")
                .contains("href=\"#set-goal-words\"")
                .contains("id=\"set-goal-words\"");
    }

    @Test
    void the_plan_opens_only_with_a_care_relationship_and_keeps_who_looked() {
        enabled();
        assertThat(get(page, "responder").headers().firstValue("Location").orElse(""))
                .as("sent to where a reason opens the record")
                .endsWith("/people/" + journey + "-person");
        assertThat(get(page, "hub").statusCode()).isEqualTo(200);
        assertThat(get("/people/" + journey + "-person", "hub").body()).contains("<td data-label=\"What\">plan</td>");
    }

    private void enabled() {
        Instant then = bean(PlaceTime.class).instant().minus(Duration.ofDays(2));
        String person = journey + "-person";
        Desk desk = bean(Desk.class);
        desk.tellPerson(
                person, List.of(new PersonEvent.PersonRegistered(someone("Ivy", "Planner"))), then, STAFF, null);
        desk.open(
                journey,
                bean(Pathways.class).first().id(),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "M85001", "Dr Lee", ""),
                        "Slower since the winter",
                        Map.of("urgency", "soon", "locality", "south")),
                then,
                STAFF,
                null);
        desk.tell(journey, 0, new JourneyCommand.Accept(), then, STAFF, null);
        desk.tell(
                journey,
                0,
                new JourneyCommand.Decide(
                        OptionId.of("enable-at-home"), "Therapy", List.of("nurse", "physiotherapist"), "Home", null),
                then,
                STAFF,
                null);
        desk.tell(journey, 0, new JourneyCommand.StartStep(List.of()), then, STAFF, null);
    }
}
