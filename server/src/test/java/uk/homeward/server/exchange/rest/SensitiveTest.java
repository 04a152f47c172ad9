package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.Script;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** What its sender marked as restricted is shown to those who treat the person now, and to nobody else, on every path. */
class SensitiveTest extends RestTest {

    private static final String SENDING = "referrer@wmas";
    private final String person = registered();
    private final String plain = sent("Penicillin", "");
    private final String restricted = sent("Disulfiram", """
        "meta": {"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"}]},\
        """);

    @Test
    void who_treats_the_person_now_sees_it() {
        reason(Role.RESPONDER);

        assertThat(get("/people/" + person + "/summary", "responder").body()).contains("Penicillin", "Disulfiram");
        assertThat(get("/people/" + person + "/timeline", "responder").body()).contains("Disulfiram");
        assertThat(callAs("responder", "GET", "/" + restricted, "").statusCode())
                .isEqualTo(200);
        assertThat(foundBy("responder")).contains(plain, restricted);
        assertThat(callAs("responder", "GET", "/Patient/" + person + "/$everything", "")
                        .body())
                .contains("Disulfiram");
        assertThat(exportedBy("responder")).contains(plain, restricted);
    }

    @Test
    void who_opens_the_record_for_the_front_door_alone_sees_the_rest_of_it() {
        closedTo("triage-clinician");
    }

    @Test
    void a_role_that_treats_nobody_sees_the_rest_of_it_even_with_a_reason() {
        reason(Role.HUB);
        closedTo("hub");
        assertThat(callAs("hub", "GET", "/" + restricted, "").body()).contains("marked as sensitive");
    }

    @Test
    void who_sent_it_reads_it_back_and_the_person_gets_it_in_their_copy() throws Exception {
        assertThat(callAs(SENDING, "GET", "/" + restricted, "").statusCode()).isEqualTo(200);
        assertThat(callAs("provider@wmas", "GET", "/" + restricted, "").statusCode())
                .as("another of that organisation, in a role that treats nobody")
                .isEqualTo(403);
        byte[] zip = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(uri("/api/people/" + person + "/copy?asked=Letter"))
                                .header("Authorization", "Bearer demo-privacy-officer")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            in.getNextEntry();
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("Disulfiram");
        }
    }

    @Test
    void the_database_and_the_server_call_the_same_things_sensitive() {
        JdbcTemplate jdbc = bean(JdbcTemplate.class);
        assertThat(jdbc.queryForObject(
                        "select sensitive from resource where id = ?", Boolean.class, restricted.substring(19)))
                .isTrue();
        assertThat(jdbc.queryForObject(
                        "select sensitive from resource where id = ?", Boolean.class, plain.substring(19)))
                .isFalse();
        String other = sent("Latex", """
            "meta": {"security": [{"code": "N", "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"}],
             "tag": [{"system": "https://example.org/tags", "code": "R"}]},\
            """);
        assertThat(jdbc.queryForObject(
                        "select sensitive from resource where id = ?", Boolean.class, other.substring(19)))
                .isFalse();
    }

    @Test
    void what_staff_mark_is_kept_back_in_the_same_ways_until_the_mark_is_lifted() {
        reason(Role.RESPONDER);
        String marked = sent("Naltrexone", "");
        Script treats = script(Role.RESPONDER);
        String marks = "/api/people/" + person + "/sensitive";
        assertThat(get("/people/" + person + "/timeline", "responder").body())
                .contains("/people/" + person + "/sensitive?item=" + marked);
        assertThat(treats.post(marks, item(marked, "")).json().path("code").asString())
                .isEqualTo("no-reason");
        Script.Reply done = treats.post(marks, item(marked, "She told it to one nurse only"));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(treats.post(marks, item(marked, "Twice")).json().path("code").asString())
                .isEqualTo("marked-already");

        closedTo("triage-clinician", marked, "Naltrexone");
        assertThat(get("/people/" + person + "/summary", "responder").body()).contains("Naltrexone");
        assertThat(callAs("responder", "GET", "/" + marked, "").statusCode()).isEqualTo(200);
        assertThat(foundBy("responder")).contains(marked);
        assertThat(get("/people/" + person + "/sensitive", "responder").body())
                .contains("Naltrexone")
                .contains("She told it to one nurse only");
        HttpResponse<String> frontDoor = get("/people/" + person + "/sensitive", "triage-clinician");
        assertThat(frontDoor.statusCode()).isEqualTo(403);
        assertThat(frontDoor.body())
                .contains("Only those who treat the person now")
                .doesNotContain("Naltrexone");
        assertThat(script(Role.TRIAGE_CLINICIAN)
                        .post(marks + "/lift", item(marked, "I want to"))
                        .status())
                .isEqualTo(403);
        assertThat(get("/people/" + person + "/sharing", "triage-clinician").body())
                .as("its history tells neither what nor why")
                .doesNotContain("Naltrexone")
                .doesNotContain("one nurse");

        assertThat(treats.post(marks + "/lift", item(marked, "She agreed")).status())
                .isEqualTo(200);
        assertThat(get("/people/" + person + "/summary", "triage-clinician").body())
                .contains("Naltrexone");
        assertThat(callAs("triage-clinician", "GET", "/" + marked, "").statusCode())
                .isEqualTo(200);
        assertThat(get("/people/" + person + "/sensitive", "responder").body())
                .contains("Mark lifted")
                .contains("She agreed");
    }

    @Test
    void an_answer_that_was_told_here_is_marked_and_kept_back_from_every_form() {
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.StoryAnswered(
                                "hearing-sight", "Hears voices at night", "certain", null)),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        reason(Role.RESPONDER);
        Script treats = script(Role.RESPONDER);
        String marks = "/api/people/" + person + "/sensitive";
        assertThat(everywhere("triage-clinician")).allMatch(p -> p.contains("Hears voices"));
        assertThat(treats.post(marks, item("STORY/hearing-sight", "Told in confidence"))
                        .status())
                .isEqualTo(200);
        assertThat(everywhere("triage-clinician")).noneMatch(p -> p.contains("Hears voices"));
        assertThat(everywhere("responder")).allMatch(p -> p.contains("Hears voices"));
        assertThat(treats.post(marks, item("STORY/walks", "Of nobody"))
                        .json()
                        .path("code")
                        .asString())
                .as("never told of this person")
                .isEqualTo("no-item");
    }

    private List<String> everywhere(String role) {
        return List.of(
                get("/people/" + person, role).body(),
                get("/people/" + person + "/timeline?q=voices", role).body().replace("value=\"voices\"", ""),
                get("/api/people/" + person + "/forms/contact", role).body(),
                callAs(role, "GET", "/Questionnaire/contact/$populate?subject=Patient/" + person, "")
                        .body());
    }

    private static String item(String item, String reason) {
        return "{\"item\": \"" + item + "\", \"reason\": \"" + reason + "\"}";
    }

    private void closedTo(String role) {
        closedTo(role, restricted, "Disulfiram");
    }

    private void closedTo(String role, String restricted, String word) {
        String page = get("/people/" + person + "/summary", role).body();
        assertThat(page).contains("Penicillin").doesNotContain(word);
        assertThat(get("/people/" + person + "/timeline.csv", role).body())
                .contains("Penicillin")
                .doesNotContain(word);
        assertThat(callAs(role, "GET", "/" + plain, "").statusCode()).isEqualTo(200);
        assertThat(callAs(role, "GET", "/" + restricted, "").statusCode()).isEqualTo(403);
        assertThat(callAs(role, "GET", "/" + restricted + "/_history", "").body())
                .doesNotContain(word);
        assertThat(callAs(role, "GET", "/" + restricted + "/_history/1", "").statusCode())
                .isEqualTo(403);
        assertThat(foundBy(role)).contains(plain).doesNotContain(restricted);
        assertThat(callAs(role, "GET", "/Patient/" + person + "/$everything", "")
                        .body())
                .contains("Penicillin")
                .doesNotContain(word);
        assertThat(exportedBy(role)).contains(plain).doesNotContain(restricted);
    }

    private List<String> foundBy(String role) {
        return references(json(callAs(role, "GET", "/AllergyIntolerance?patient=Patient/" + person, "")));
    }

    private List<String> exportedBy(String role) {
        String status = callAs(role, "GET", "/$export?_type=AllergyIntolerance", "")
                .headers()
                .firstValue("Content-Location")
                .orElseThrow();
        String path = status.substring(status.indexOf("/fhir") + 5);
        HttpResponse<String> answer = callAs(role, "GET", path, "");
        for (int i = 0; answer.statusCode() == 202 && i < 300; i++) {
            LockSupport.parkNanos(100_000_000);
            answer = callAs(role, "GET", path, "");
        }
        List<String> all = new java.util.ArrayList<>();
        for (JsonNode file : json(answer).path("output")) {
            String url = file.path("url").asString();
            callAs(role, "GET", url.substring(url.indexOf("/fhir") + 5), "")
                    .body()
                    .lines()
                    .forEach(line -> all.add("AllergyIntolerance/"
                            + uk.homeward.server.exchange.resources.Json.MAPPER
                                    .readTree(line)
                                    .path("id")
                                    .asString()));
        }
        return all;
    }

    private void reason(Role role) {
        bean(RecordDoor.class).breakGlass(bean(DemoUsers.class).of(role), person, "For a test");
    }

    private String sent(String substance, String meta) {
        HttpResponse<String> answer =
                callAs(SENDING, "POST", "/AllergyIntolerance", """
                    {"resourceType": "AllergyIntolerance", %s "patient": {"reference": "Patient/%s"},
                     "clinicalStatus": {"coding": [{"code": "active"}]}, "code": {"text": "%s"}}
                    """.formatted(meta, person, substance));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "AllergyIntolerance/" + json(answer).path("id").asString();
    }

    private static String registered() {
        String id = newId("sensitive");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(new PersonEvent.PersonRegistered(someone("Ada", "Shielded"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        return id;
    }
}
