package uk.homeward.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
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

    @Test
    void a_form_is_filled_further_by_put_and_only_on_the_version_that_stands() {
        String person = AssessmentTest.somebody();
        HttpResponse<String> begun = send(person, "in-progress", "good-day", "Sun on the balcony");
        String at = begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*/fhir/", "/fhir/");
        String version = begun.headers().firstValue("ETag").orElseThrow();
        String id = at.substring(at.lastIndexOf('/') + 1);
        HttpResponse<String> further =
                put(id, version, answers(id, person, "in-progress", "best-support", "Speak slowly"));
        assertThat(further.statusCode()).as(further.body()).isEqualTo(200);
        assertThat(further.body()).contains("Sun on the balcony").contains("Speak slowly");
        assertThat(further.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(version);
        HttpResponse<String> stale = put(id, version, answers(id, person, "completed", "place-of-care", "At home"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("not the one of If-Match");
        String other = AssessmentTest.somebody();
        assertThat(put(id, null, answers(id, other, "completed", "place-of-care", "At home"))
                        .statusCode())
                .as("an assessment keeps its person")
                .isEqualTo(422);
        HttpResponse<String> again = put(id, null, answers(id, person, "completed", "best-support", "Shout"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("QuestionnaireResponse.item[0].item[0].where(linkId='best-support')")
                .contains("Write why it has to be asked again");
        HttpResponse<String> whole = put(id, null, answers(id, person, "completed", "place-of-care", "At home"));
        assertThat(whole.body()).contains("\"status\":\"completed\"");
        assertThat(get(at, "triage-clinician").headers().firstValue("ETag")).isPresent();
        HttpResponse<String> late = put(id, null, answers(id, person, "completed", "who-may-know", "My son"));
        assertThat(late.statusCode()).as("what is complete is not changed").isEqualTo(409);
    }

    @Test
    void a_form_is_given_up_by_put() {
        String person = AssessmentTest.somebody();
        HttpResponse<String> begun = send(person, "in-progress", "good-day", "Sun on the balcony");
        String at = begun.headers().firstValue("Location").orElseThrow();
        String id = at.substring(at.lastIndexOf('/') + 1);
        HttpResponse<String> stopped = put(id, "*", answers(id, person, "stopped", "good-day", "Rain"));
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(get("/fhir/QuestionnaireResponse/" + id, "triage-clinician").body())
                .contains("\"status\":\"stopped\"");
        assertThat(get("/fhir/Questionnaire/what-matters/$populate?subject=Patient/" + person, "triage-clinician")
                        .body())
                .as("what was answered stays")
                .contains("Sun on the balcony")
                .doesNotContain("Rain");
    }

    @Test
    void an_unknown_form_question_or_person_is_named_and_nothing_is_kept() {
        String person = AssessmentTest.somebody();
        HttpResponse<String> form = post(
                "/fhir/QuestionnaireResponse",
                answers("x", person, "in-progress", "good-day", "Sun").replace("/what-matters", "/what-matter"));
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.body())
                .contains("QuestionnaireResponse.questionnaire")
                .contains("the place has no form (what-matter)");
        assertThat(send("nobody-" + person, "in-progress", "good-day", "Sun").body())
                .contains("QuestionnaireResponse.subject");
        HttpResponse<String> question = send(person, "in-progress", "god-day", "Sun");
        assertThat(question.statusCode()).isEqualTo(422);
        assertThat(question.body()).contains("QuestionnaireResponse.item[0].item[0].where(linkId='god-day')");
        assertThat(get("/fhir/QuestionnaireResponse?patient=" + person, "triage-clinician")
                        .body())
                .doesNotContain("Sun");
    }

    @Test
    void a_transaction_takes_answers_with_everything_else_or_not_at_all() {
        String person = AssessmentTest.somebody();
        String note = """
            {"request": {"method": "POST", "url": "Observation"}, "resource": {"resourceType": "Observation",
             "status": "final", "code": {"text": "walked to the door"}, "subject": {"reference": "Patient/%s"}}}\
            """.formatted(person);
        HttpResponse<String> refused = post("/fhir", transaction(note, entry(person, "god-day")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Bundle.entry[1].resource.QuestionnaireResponse.item[0].item[0]");
        assertThat(get("/fhir/Observation?patient=" + person, "triage-clinician")
                        .body())
                .as("the other entry is not kept either")
                .doesNotContain("walked to the door");
        HttpResponse<String> done = post("/fhir", transaction(note, entry(person, "good-day")));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body())
                .contains("/fhir/QuestionnaireResponse/")
                .contains("\"status\":\"201\"")
                .contains("Sun on the balcony");
        assertThat(get("/fhir/Observation?patient=" + person, "triage-clinician")
                        .body())
                .contains("walked to the door");
        assertThat(get("/fhir/Questionnaire/what-matters/$populate?subject=Patient/" + person, "triage-clinician")
                        .body())
                .contains("Sun on the balcony");
    }

    private static String transaction(String... entries) {
        return "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [" + String.join(",", entries)
                + "]}";
    }

    private static String entry(String person, String question) {
        return "{\"request\": {\"method\": \"POST\", \"url\": \"QuestionnaireResponse\"}, \"resource\": "
                + answers("x", person, "in-progress", question, "Sun on the balcony") + "}";
    }

    private static HttpResponse<String> send(String person, String status, String question, String answer) {
        return post("/fhir/QuestionnaireResponse", answers("x", person, status, question, answer));
    }

    private static String answers(String id, String person, String status, String question, String answer) {
        return """
            {"resourceType": "QuestionnaireResponse", "id": "%s",
             "questionnaire": "urn:homeward:Questionnaire/what-matters",
             "status": "%s", "subject": {"reference": "Patient/%s"},
             "item": [{"linkId": "section-1", "item": [{"linkId": "%s", "answer": [{"valueString": "%s"}]}]}]}
            """.formatted(id, status, person, question, answer);
    }

    private static HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> put(String id, @Nullable String version, String body) {
        HttpRequest.Builder put = request("/fhir/QuestionnaireResponse/" + id).PUT(BodyPublishers.ofString(body));
        return send(version == null ? put : put.header("If-Match", version));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-triage-clinician")
                .header("Content-Type", "application/fhir+json");
    }
}
