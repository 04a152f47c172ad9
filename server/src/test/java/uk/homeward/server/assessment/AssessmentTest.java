package uk.homeward.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** A form is filled part by part without JavaScript, others rely on it, and what is challenged is answered. */
class AssessmentTest extends ServerTest {

    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);

    @Test
    void every_form_shows_what_is_known_and_asks_only_the_rest() {
        String person = somebody();
        Visitor nurse = visitor(Role.TRIAGE_CLINICIAN);
        assertThat(nurse.get("/people/" + person + "/forms"))
                .contains("Contact assessment")
                .contains("Summary of what matters")
                .contains("Nobody has assessed Ada yet");
        String page = nurse.send("/people/" + person + "/forms/contact");
        assertThat(page)
                .contains("Being with my cat")
                .contains("certain · Test Nurse, Triage clinician, Birmingham Community Healthcare")
                .contains("Can the person walk")
                .contains("Save, and go on later");
        String id = nurse.path().substring("/assessments/".length());
        page = nurse.send("/assessments/" + id + "/answers", "a-walks", "yes", "sure-walks", "likely", "do", "save");
        assertThat(page).contains("One answer is kept. You can go on later");
        assertThat(nurse.get("/people/" + person)).contains("Yes").contains("likely");
        page = nurse.send("/assessments/" + id + "/answers", "a-walks", "no", "do", "save");
        assertThat(nurse.status()).isEqualTo(422);
        assertThat(page).contains("There is a problem").contains("Write why it has to be asked again");
        page = nurse.send("/assessments/" + id + "/answers", "do", "complete");
        assertThat(page)
                .contains("This was not done")
                .contains("Still to be asked:")
                .contains("What has happened");
        page = nurse.send(
                "/assessments/" + id + "/answers", "a-walks", "no", "why-walks", "Fell on the way here", "do", "save");
        assertThat(page).contains("asked again once");
        assertThat(jdbc.queryForMap("select asked_new, asked_again, state from assessment where id = ?", id))
                .containsEntry("asked_new", 1)
                .containsEntry("asked_again", 1)
                .containsEntry("state", "OPEN");
    }

    @Test
    void the_receiving_side_relies_on_it_and_a_challenge_is_shown_and_answered() {
        String person = somebody();
        Visitor nurse = visitor(Role.TRIAGE_CLINICIAN);
        String id = summary(nurse, person);
        assertThat(nurse.get("/assessments/" + id))
                .contains("Complete")
                .contains("Birmingham City Council, until")
                .contains("known already")
                .contains("asked for this form");
        Visitor social = visitor(Role.COORDINATOR, "bcc");
        social.send("/people/" + person + "/break-glass", "reason", "Test of trust");
        assertThat(social.get("/people/" + person + "/forms")).contains("<strong>Stands:</strong>");
        assertThat(social.send("/people/" + person + "/forms/what-matters"))
                .contains("This was not done")
                .contains("Use it, or write why another is needed");
        social.get("/assessments/" + id);
        assertThat(social.send("/assessments/" + id + "/rely")).contains("relies on it");
        assertThat(social.send("/assessments/" + id + "/challenge", "reason", ""))
                .contains("Write what is wrong");
        assertThat(social.send("/assessments/" + id + "/challenge", "reason", "The cat died", "questions", "good-day"))
                .contains("Challenged")
                .contains("The cat died");
        nurse.get("/assessments/" + id);
        assertThat(nurse.send("/assessments/" + id + "/answer-challenge", "upheld", "yes", "words", "We asked again"))
                .contains("Judged flawed")
                .contains("We asked again");
        assertThat(jdbc.queryForMap("select upheld, organisation from assessment_challenge where assessment = ?", id))
                .containsEntry("upheld", true)
                .containsEntry("organisation", "bcc");
        social.get("/people/" + person + "/forms");
        social.send("/people/" + person + "/forms/what-matters");
        assertThat(social.path()).as("nobody relies on what was flawed").startsWith("/assessments/");
    }

    @Test
    void nobody_without_a_care_relationship_reads_or_fills() {
        String person = somebody();
        String id = summary(visitor(Role.TRIAGE_CLINICIAN), person);
        Visitor stranger = visitor(Role.WARD);
        stranger.get("/assessments/" + id);
        assertThat(stranger.status()).isEqualTo(403);
        stranger.get("/people/" + person + "/forms");
        assertThat(stranger.status()).isEqualTo(403);
        stranger.get("/forms");
        stranger.send("/people/" + person + "/forms/contact");
        assertThat(stranger.status()).isEqualTo(403);
        stranger.get("/forms");
        stranger.send("/assessments/" + id + "/challenge", "reason", "x");
        assertThat(stranger.status()).isEqualTo(403);
        Visitor analyst = visitor(Role.ANALYST);
        analyst.get("/assessments/" + id);
        assertThat(analyst.status()).isEqualTo(403);
        assertThat(analyst.get("/forms")).contains("bank of").doesNotContain("Ada");
    }

    @Test
    void an_unknown_form_assessment_or_command_is_not_found() {
        Visitor nurse = visitor(Role.TRIAGE_CLINICIAN);
        nurse.get("/assessments/none");
        assertThat(nurse.status()).isEqualTo(404);
        nurse.get("/forms/none");
        assertThat(nurse.status()).isEqualTo(404);
        assertThat(nurse.get("/forms/continuing-care")).contains("Altered states of consciousness");
        String person = somebody();
        nurse.get("/people/" + person + "/forms");
        assertThat(nurse.send("/people/" + person + "/forms/none")).contains("The place has no form (none)");
    }

    /** Fills the summary of what matters and completes it; returns its id. */
    static String summary(Visitor by, String person) {
        by.get("/people/" + person + "/forms");
        by.send("/people/" + person + "/forms/what-matters");
        String id = by.path().substring("/assessments/".length());
        String page = by.send(
                "/assessments/" + id + "/answers",
                "a-good-day",
                "Sun on the balcony",
                "a-best-support",
                "Speak slowly",
                "a-place-of-care",
                "not-known",
                "do",
                "complete");
        assertThat(page).contains("The form is complete.");
        return id;
    }

    static String somebody() {
        String person = newId("assessed");
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(
                                new PersonEvent.PersonRegistered(someone("Ada", "Trusted")),
                                new PersonEvent.MattersRecorded("Being with my cat")),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        return person;
    }
}
