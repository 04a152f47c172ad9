package uk.homeward.server.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.homeward.server.Script;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;

/** A script can do what the pages can: look up what is known, ask the rest, complete, rely, challenge. */
class AssessmentApiTest extends ServerTest {

    private final Script nurse = script(Role.TRIAGE_CLINICIAN);

    @Test
    void the_bank_and_the_forms_are_there_to_read() {
        JsonNode questions = nurse.get("/api/questions").json();
        assertThat(questions.findValuesAsString("id")).contains("walks");
        JsonNode form = nurse.get("/api/forms/contact").json();
        assertThat(form.path("form").path("title").asString()).isEqualTo("Contact assessment");
        assertThat(form.path("sections")
                        .path(0)
                        .path("questions")
                        .path(0)
                        .path("forms")
                        .size())
                .isPositive();
        Script.Reply none = nurse.get("/api/forms/none");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.type()).startsWith("application/problem+json");
        assertThat(none.body()).contains("there is no form (none). Maybe: one of");
        assertThat(script(Role.ANALYST).get("/api/forms").status()).isEqualTo(200);
    }

    @Test
    void a_form_is_filled_from_what_is_known_and_asking_again_needs_a_reason() {
        String person = AssessmentTest.somebody();
        JsonNode before = told(person, "walks");
        assertThat(before.path("ask").asBoolean()).isTrue();
        String id = begin(person, "contact");
        assertThat(begin(person, "contact")).as("the same key begins it once").isEqualTo(id);
        String answers = "/api/assessments/" + id + "/answers";
        assertThat(nurse.post(answers, """
            {"answers": [{"question": "walks", "answer": "yes", "sure": "likely"}]}\
            """).status()).isEqualTo(200);
        JsonNode after = told(person, "walks");
        assertThat(after.path("ask").asBoolean()).isFalse();
        assertThat(after.path("words").asString()).isEqualTo("Yes");
        assertThat(after.path("sure").asString()).isEqualTo("likely");
        assertThat(after.path("by").path("role").asString()).isEqualTo("triage-clinician");
        Script.Reply again = nurse.post(answers, """
            {"answers": [{"question": "walks", "answer": "no"}, {"question": "shoe-size", "answer": "5"}]}\
            """);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.type()).startsWith("application/problem+json");
        assertThat(again.json().path("errors").findValuesAsString("field")).containsExactly("walks", "shoe-size");
        JsonNode asked = nurse.post(answers, """
            {"answers": [{"question": "walks", "answer": "no", "why": "Fell on the way"}]}\
            """).json().path("asked");
        assertThat(asked.path("walks").asString()).isEqualTo("again");
        assertThat(told(person, "walks").path("again").asInt()).isEqualTo(1);
        Script.Reply early = nurse.post("/api/assessments/" + id + "/complete", "{}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asString()).contains("Still to be asked:");
    }

    @Test
    void what_cannot_be_read_is_named() {
        String id = begin(AssessmentTest.somebody(), "contact");
        String answers = "/api/assessments/" + id + "/answers";
        assertThat(nurse.post(answers, "{}").body()).contains("Give a list, such as");
        assertThat(nurse.post(answers, "{\"answers\": [{\"question\": \"walks\"}, 7]}")
                        .json()
                        .path("errors"))
                .extracting(e -> e.path("field").asString())
                .containsExactly("answers[0]", "answers[1]");
        assertThat(nurse.post(answers, "{\"answers\": ").status()).isEqualTo(400);
        Script.Reply word = nurse.post("/api/assessments/" + id + "/burn", "{}");
        assertThat(word.status()).isEqualTo(404);
        assertThat(word.body()).contains("answers, or one of [complete");
        assertThat(nurse.post("/api/assessments/none/complete", "{}").status()).isEqualTo(404);
    }

    @Test
    void it_is_completed_challenged_and_the_challenge_is_answered() {
        String person = AssessmentTest.somebody();
        String id = begin(person, "what-matters");
        nurse.post("/api/assessments/" + id + "/answers", """
            {"answers": [{"question": "good-day", "answer": "Sun on the balcony"},
                         {"question": "best-support", "answer": "Speak slowly"},
                         {"question": "place-of-care", "answer": "not-known"}]}\
            """);
        JsonNode complete =
                nurse.post("/api/assessments/" + id + "/complete", "{}").json();
        assertThat(complete.path("assessment").path("state").asString()).isEqualTo("complete");
        assertThat(complete.path("trusted").findValuesAsString("organisation")).contains("bcc");
        assertThat(nurse.get("/api/people/" + person + "/forms").json().path("forms"))
                .filteredOn(f -> f.path("form").asString().equals("what-matters"))
                .extracting(f -> f.path("stands").asString())
                .containsExactly(id);
        Script.Reply second = nurse.post("/api/people/" + person + "/forms/what-matters", "{}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(nurse.post("/api/assessments/" + id + "/challenge", "{\"reason\": \"\"}")
                        .status())
                .isEqualTo(409);
        JsonNode one = nurse.get("/api/assessments/" + id).json();
        assertThat(one.path("answers").findValuesAsString("words")).contains("Sun on the balcony");
        assertThat(one.path("history").toString()).contains("completed it with");
    }

    @Test
    void nobody_without_a_care_relationship_reads_or_fills_by_a_script() {
        String person = AssessmentTest.somebody();
        String id = begin(person, "contact");
        Script ward = script(Role.WARD);
        for (String path : new String[] {
            "/api/assessments/" + id, "/api/people/" + person + "/forms", "/api/people/" + person + "/forms/contact"
        }) {
            assertThat(ward.get(path).status()).as(path).isEqualTo(403);
            assertThat(script(Role.ANALYST).get(path).status()).as(path).isEqualTo(403);
        }
        for (String path : new String[] {
            "/api/assessments/" + id + "/complete",
            "/api/assessments/" + id + "/answers",
            "/api/people/" + person + "/forms/contact"
        }) {
            Script.Reply refused = ward.post(path, "{\"answers\": [{\"question\": \"walks\", \"answer\": \"no\"}]}");
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.type()).as(path).startsWith("application/problem+json");
        }
        assertThat(told(person, "walks").path("ask").asBoolean())
                .as("nothing was kept")
                .isTrue();
    }

    @Test
    void agreements_are_made_changed_and_ended_by_those_who_answer_for_them() {
        Script hub = script(Role.HUB);
        String terms = """
            {"title": "Script to council", "assessor": "bchc", "receiver": "bcc", "forms": ["contact"],
             "roles": ["therapist"], "competence": "Trained", "valid-days": 28, "on-challenge": "Ask again"}\
            """;
        assertThat(nurse.post("/api/agreements", terms).status()).isEqualTo(403);
        Script.Reply wrong = hub.post("/api/agreements", terms.replace("\"contact\"", "\"contract\""));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").path(0).path("message").asString())
                .contains("The place does not know (contract)");
        Script.Reply made = hub.post("/api/agreements", terms);
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(made.json().path("holds").asBoolean()).isTrue();
        assertThat(hub.post("/api/agreements/" + id + "/end", "{}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("no-reason");
        JsonNode ended = hub.post("/api/agreements/" + id + "/end", "{\"reason\": \"Test\"}")
                .json();
        assertThat(ended.path("holds").asBoolean()).isFalse();
        assertThat(ended.path("history").toString()).contains("ended it: Test");
        assertThat(hub.get("/api/agreements").json().findValuesAsString("id")).contains(id);
        assertThat(hub.get("/api/agreements/none").status()).isEqualTo(404);
    }

    private String begin(String person, String form) {
        Script.Reply begun = nurse.post("/api/people/" + person + "/forms/" + form, "{}", "once");
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return begun.json().path("assessment").path("id").asString();
    }

    private JsonNode told(String person, String question) {
        JsonNode form = nurse.get("/api/people/" + person + "/forms/contact").json();
        for (JsonNode each : form.path("questions")) {
            if (each.path("question").asString().equals(question)) {
                return each;
            }
        }
        throw new AssertionError("the form does not ask " + question + ": " + form);
    }
}
