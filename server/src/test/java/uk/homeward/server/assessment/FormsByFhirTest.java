package uk.homeward.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;

/** Forms are given as Questionnaires, filled from what is known, and answers are taken as QuestionnaireResponses. */
class FormsByFhirTest extends ServerTest {

    @Test
    void a_form_is_a_questionnaire_and_comes_filled() {
        assertThat(get("/fhir/Questionnaire/contact", "triage-clinician").body())
                .contains("\"linkId\":\"walks\"")
                .contains("\"answerOption\"");
        assertThat(get("/fhir/Questionnaire?title=carer", "triage-clinician").body())
                .contains("Carer's assessment");
        String person = AssessmentTest.somebody();
        assertThat(get("/fhir/Questionnaire/contact/$populate?subject=Patient/" + person, "triage-clinician")
                        .body())
                .contains("in-progress")
                .contains("Being with my cat")
                .contains("Test Nurse, triage-clinician")
                .contains("urn:homeward:how-sure");
        assertThat(get("/fhir/Questionnaire/contact/$populate?subject=Patient/" + person, "ward")
                        .statusCode())
                .as("no care relationship")
                .isEqualTo(404);
    }

    @Test
    void answers_are_taken_all_or_none_and_a_whole_form_becomes_an_assessment() {
        String person = AssessmentTest.somebody();
        HttpResponse<String> wrong = send(person, "completed", "matter", "A good day");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("linkId='matter'").contains("does not ask");
        HttpResponse<String> part = send(person, "in-progress", "good-day", "Sun on the balcony");
        assertThat(part.statusCode()).isEqualTo(201);
        assertThat(part.body()).contains("Sun on the balcony").contains("in-progress");
        HttpResponse<String> early = send(person, "completed", "best-support", "Speak slowly");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("Still to be asked");
        send(person, "in-progress", "best-support", "Speak slowly");
        HttpResponse<String> whole = send(person, "completed", "place-of-care", "At home");
        assertThat(whole.statusCode()).isEqualTo(201);
        assertThat(whole.body()).contains("\"status\":\"completed\"").contains("Speak slowly");
        assertThat(get("/fhir/QuestionnaireResponse?patient=" + person, "triage-clinician")
                        .body())
                .contains("urn:homeward:Questionnaire/what-matters")
                .contains("At home");
    }

    private static HttpResponse<String> send(String person, String status, String question, String answer) {
        String body = """
            {"resourceType": "QuestionnaireResponse", "questionnaire": "urn:homeward:Questionnaire/what-matters",
             "status": "%s", "subject": {"reference": "Patient/%s"},
             "item": [{"linkId": "section-1", "item": [{"linkId": "%s", "answer": [{"valueString": "%s"}]}]}]}
            """.formatted(status, person, question, answer);
        return send(HttpRequest.newBuilder(uri("/fhir/QuestionnaireResponse"))
                .header("Authorization", "Bearer demo-triage-clinician")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }
}
