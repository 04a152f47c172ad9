package uk.homeward.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.Stays;
import uk.homeward.server.time.PlaceTime;

class PersonPageTest extends ServerTest {

    private final String person = newId("person");

    @BeforeEach
    void register() {
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Freda", "Hollis"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
    }

    @Test
    void what_matters_comes_first_and_everything_told_is_shown_and_on_the_timeline() {
        tell("matters", "words=My garden, and sleeping in my own bed");
        tell("wish", "kind=place-of-care&words=At home, whatever happens");
        tell("carer", "name=Joan Hollis&relation=daughter&phone=0121 496 0999");
        tell("alert", "about=Key safe&words=Code with the front door team");
        tell("answer", "question=walks&answer=yes&sure=certain");
        String page = page();
        assertThat(page)
                .contains("My garden, and sleeping in my own bed")
                .contains("At home, whatever happens")
                .contains("Joan Hollis")
                .contains("Key safe: Code with the front door team")
                .contains("Can the person walk, with or without an aid?")
                .contains("What matters to them:")
                .contains("Registered with us.");
        assertThat(page.indexOf("My garden")).isLessThan(page.indexOf("Wishes, carers and details"));
    }

    @Test
    void asking_again_needs_a_reason_and_is_counted() {
        tell("answer", "question=toilet&answer=yes&sure=certain");
        HttpResponse<String> again =
                post("/people/" + person + "/tell/answer", "hub", "question=toilet&answer=no&sure=likely");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("This was answered before").contains("Write why it has to be asked again");
        tell("answer", "question=toilet&answer=no&sure=likely&repeat-reason=After the fall");
        assertThat(page()).contains("asked 2 times").contains("After the fall");
    }

    @Test
    void an_alert_is_cleared_with_a_reason() {
        tell("alert", "about=Dog&words=Bites visitors");
        assertThat(page()).contains("Dog: Bites visitors");
        tell("clear-alert", "alert=dog&reason=The dog lives with her son now");
        assertThat(page()).contains("The dog lives with her son now").doesNotContain("<strong>Alert:</strong>");
    }

    @Test
    void details_change_and_keep_what_the_form_does_not_ask() {
        String form = get("/people/" + person + "/tell/details", "hub").body();
        assertThat(form).contains("value=\"Hollis\"");
        tell("details", "given=Freda&family=Hollis-Ward&born=1940-05-17&sex=female&residence=own-home&locality=north");
        assertThat(page()).contains("Freda Hollis-Ward").contains("North Birmingham");
    }

    @Test
    void journeys_and_stays_are_told_in_sentences() {
        bean(Desk.class)
                .open(
                        newId("journey"),
                        bean(Pathways.class).first().id(),
                        new JourneyCommand.Open(
                                person,
                                RouteId.of("professional"),
                                new Sender("gp", "M85001", "Dr Lee", "0121 496 0001"),
                                "Cannot stand since Sunday",
                                Map.of("urgency", "urgent", "locality", "central")),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        bean(Stays.class)
                .tell(
                        "uhb",
                        person,
                        List.of(new SpellEvent.Arrived(person, "qehb", "V1", "ED", "Fall at home")),
                        bean(PlaceTime.class).instant(),
                        STAFF);
        assertThat(page())
                .contains("Cannot stand since Sunday")
                .contains("Waits to be accepted")
                .contains("Work on the plan")
                .contains("Arrived at ")
                .contains("Fall at home");
    }

    @Test
    void who_looked_is_shown_with_the_reason() {
        assertThat(get("/people/" + person, "responder").statusCode()).isEqualTo(403);
        assertThat(get("/people/" + person, "responder").body()).contains("This record is closed to you");
        assertThat(post("/people/" + person + "/break-glass", "responder", "reason=")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/people/" + person + "/break-glass", "responder", "reason=On+the+floor,+allergies+unknown")
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> opened = get("/people/" + person, "responder");
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).contains("On the floor, allergies unknown").contains("you gave a reason");
    }

    @Test
    void roles_outside_care_never_open_a_record_and_unknown_people_are_not_found() {
        for (Role role : Role.values()) {
            if (!Permission.READ_PERSON.isOf(role)) {
                assertThat(get("/people/" + person, role.word()).statusCode()).isEqualTo(403);
                assertThat(get("/people/" + person + "/tell/wish", role.word()).statusCode())
                        .isEqualTo(403);
                assertThat(post("/people/" + person + "/tell/wish", role.word(), "kind=other&words=x")
                                .statusCode())
                        .isEqualTo(403);
                assertThat(post("/people/" + person + "/break-glass", role.word(), "reason=curious")
                                .statusCode())
                        .isEqualTo(403);
            }
        }
        assertThat(get("/people/nobody-at-all", "hub").statusCode()).isEqualTo(404);
        assertThat(get("/people/" + person + "/tell/gossip", "hub").statusCode())
                .isEqualTo(404);
        assertThat(post("/people/" + person + "/tell/wish", "therapist", "kind=other&words=x")
                        .statusCode())
                .as("no care relationship")
                .isEqualTo(403);
    }

    private void tell(String what, String form) {
        HttpResponse<String> told = post("/people/" + person + "/tell/" + what, "hub", form.replace(" ", "+"));
        assertThat(told.statusCode()).as(told.body()).isEqualTo(302);
    }

    private String page() {
        HttpResponse<String> page = get("/people/" + person, "hub");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }
}
