package uk.homeward.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** Agreements are made, changed and ended with history; and the page proves how often people are assessed. */
class AgreementTest extends ServerTest {

    @Test
    void the_places_agreements_stand_with_their_history() {
        Visitor analyst = visitor(Role.ANALYST);
        assertThat(analyst.get("/agreements"))
                .contains("The community trust assesses for the council")
                .doesNotContain("Make an agreement");
        assertThat(analyst.get("/agreements/community-for-council"))
                .contains("half-day on the Care Act outcomes")
                .contains("place-data agreed:")
                .doesNotContain("End the agreement");
        analyst.get("/agreements/new");
        assertThat(analyst.status()).isEqualTo(403);
    }

    @Test
    void an_agreement_must_say_who_is_competent_and_what_of_a_challenge() {
        Visitor commissioner = visitor(Role.COMMISSIONER);
        commissioner.get("/agreements/new");
        String page = commissioner.send("/agreements", "title", "Half an agreement", "assessor", "uhb");
        assertThat(commissioner.status()).isEqualTo(422);
        assertThat(page).contains("Choose who relies on it").contains("Half an agreement");
        page = make(commissioner, "", "uhb", "uhb", "");
        assertThat(page).contains("An agreement is between two organisations");
        page = make(commissioner, "", "uhb", "icb", "");
        assertThat(page).contains("does not say who is competent");
        page = make(commissioner, "", "uhb", "icb", "Registered nurse");
        assertThat(page).contains("The agreement is kept.").contains("Registered nurse");
        String id = commissioner.path().substring("/agreements/".length());
        commissioner.get("/agreements/" + id + "/edit");
        page = make(commissioner, id, "uhb", "icb", "Registered nurse with training");
        assertThat(page).contains("Registered nurse with training");
        assertThat(commissioner.send("/agreements/" + id + "/end", "reason", ""))
                .contains("Write why");
        page = commissioner.send("/agreements/" + id + "/end", "reason", "The pilot is over");
        assertThat(page)
                .contains("<strong>Ended</strong>")
                .contains("The pilot is over")
                .contains("was refused");
    }

    private static String make(Visitor by, String id, String assessor, String receiver, String competence) {
        return by.send(
                "/agreements",
                "id",
                id,
                "title",
                "Hospital nurses for the board",
                "assessor",
                assessor,
                "receiver",
                receiver,
                "forms",
                "continuing-care",
                "roles",
                "ward",
                "competence",
                competence,
                "valid-days",
                "28",
                "on-challenge",
                "They talk on the day");
    }

    @Test
    void the_page_counts_assessments_of_each_person_and_questions_asked_again() {
        AssessmentTest.summary(visitor(Role.TRIAGE_CLINICIAN), AssessmentTest.somebody());
        Visitor commissioner = visitor(Role.COMMISSIONER);
        assertThat(commissioner.get("/assessments"))
                .contains("assessed 10 times on average")
                .contains("2018: 10")
                .contains("<svg");
        String csv = commissioner.get("/assessments.csv");
        assertThat(csv).startsWith("month,people,assessments_each_91_days");
        String[] month = csv.lines().toList().getLast().split(",", -1);
        assertThat(Integer.parseInt(month[1])).isPositive();
        assertThat(Double.parseDouble(month[2])).isGreaterThanOrEqualTo(1);
        assertThat(Integer.parseInt(month[8])).as("filled from what was known").isPositive();
        assertThat(get("/assessments", "ward").statusCode()).isEqualTo(200);
    }

    @Test
    void what_waits_for_ones_organisation_is_listed_without_names() {
        String person = AssessmentTest.somebody();
        Visitor nurse = visitor(Role.TRIAGE_CLINICIAN);
        nurse.get("/people/" + person + "/forms");
        nurse.send("/people/" + person + "/forms/therapy");
        assertThat(nurse.get("/my-assessments"))
                .contains("Therapy assessment")
                .contains("/people/" + person + "/forms")
                .doesNotContain("Ada Trusted");
        assertThat(visitor(Role.HUB).get("/my-assessments")).doesNotContain("/people/" + person + "/forms");
    }
}
