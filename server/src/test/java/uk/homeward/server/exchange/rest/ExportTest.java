package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

class ExportTest extends RestTest {

    private static String begun(String path) {
        HttpResponse<String> answer = call("GET", path, "", "Prefer", "respond-async");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String location = answer.headers().firstValue("Content-Location").orElseThrow();
        return location.substring(location.indexOf("/fhir") + 5);
    }

    private static HttpResponse<String> done(String status) {
        for (int i = 0; i < 600; i++) {
            HttpResponse<String> answer = read(status);
            if (answer.statusCode() != 202) {
                return answer;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("the export does not end");
    }

    private static List<JsonNode> lines(JsonNode manifest) {
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode file : manifest.path("output")) {
            String url = file.path("url").asString();
            HttpResponse<String> content = read(url.substring(url.indexOf("/fhir") + 5));
            assertThat(content.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/fhir+ndjson");
            List<String> each = content.body().lines().toList();
            assertThat(each).hasSize(file.path("count").asInt());
            each.forEach(l -> lines.add(uk.homeward.server.exchange.resources.Json.MAPPER.readTree(l)));
        }
        return lines;
    }

    @Test
    void everything_that_the_caller_may_read_is_in_files_until_they_expire() {
        String patient = created(patient(newNumber()));
        String weight = created(observation(patient, "27113001", "2026-11-01", "61.5"));
        String status = begun("/$export?_type=Patient,Observation");

        HttpResponse<String> ready = done(status);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.headers().firstValue("Expires")).isPresent();
        List<String> all = lines(json(ready)).stream()
                .map(l -> l.path("resourceType").asString() + "/" + l.path("id").asString())
                .toList();
        assertThat(all).contains(patient, weight).doesNotHaveDuplicates();
        assertThat(count(
                        "select count(*) from look where person = ? and what = 'bulk export by FHIR'",
                        patient.substring(8)))
                .isPositive();

        assertThat(callAs(OTHER, "GET", status, "").statusCode()).isEqualTo(404);
        String file = json(ready).at("/output/0/url").asString();
        String path = file.substring(file.indexOf("/fhir") + 5);
        assertThat(callAs(OTHER, "GET", path, "").statusCode()).isEqualTo(404);
        bean(JdbcTemplate.class)
                .update("update export_job set state = 'EXPIRED' where id = ?", status.replaceAll(".*/", ""));
        assertThat(read(status).statusCode()).isEqualTo(410);
        assertThat(read(path).body()).contains("were deleted at");
    }

    @Test
    void of_a_group_only_its_members_and_nothing_of_another_organisation() {
        String inside = created(patient(newNumber()));
        String outside = created(patient(newNumber()));
        String group = created("""
            {"resourceType": "Group", "type": "person", "actual": true, "member": [{"entity": {"reference": "%s"}}]}\
            """.formatted(inside));
        HttpResponse<String> others = callAs(OTHER, "POST", "/Patient", patient(newNumber()));
        String foreign = "Patient/" + json(others).path("id").asString();

        List<String> ofGroup = references(done(begun("/" + group + "/$export")));
        assertThat(ofGroup).contains(inside).doesNotContain(outside, foreign);
        List<String> ofPatients = references(done(begun("/Patient/$export?_since=2020-01-01T00:00:00Z")));
        assertThat(ofPatients).contains(inside, outside).doesNotContain(foreign);
    }

    @Test
    void whoever_opted_out_of_uses_beyond_their_care_is_left_out() {
        String inside = created(patient(newNumber()));
        String hidden = created(patient(newNumber()));
        String weight = created(observation(hidden, "27113001", "2026-11-01", "61.5"));
        String group = created("""
            {"resourceType": "Group", "type": "person", "actual": true, "member": [{"entity": {"reference": "%s"}},
             {"entity": {"reference": "%s"}}]}\
            """.formatted(inside, hidden));
        assertThat(references(done(begun("/" + group + "/$export")))).contains(inside, hidden, weight);
        optedOut(hidden.substring(8), true);

        assertThat(references(done(begun("/" + group + "/$export"))))
                .contains(inside)
                .doesNotContain(hidden, weight);
        assertThat(references(done(begun("/$export")))).contains(inside).doesNotContain(hidden, weight);
        assertThat(read("/" + weight).statusCode()).as("care goes on").isEqualTo(200);
        optedOut(hidden.substring(8), false);
        assertThat(references(done(begun("/" + group + "/$export")))).contains(hidden, weight);
    }

    private static void optedOut(String person, boolean out) {
        bean(uk.homeward.server.journal.Ledger.class)
                .tell(
                        uk.homeward.journey.event.Subject.consent(person),
                        bean(uk.homeward.server.time.PlaceTime.class).instant(),
                        STAFF,
                        null,
                        before -> uk.homeward.server.journal.Verdict.done(
                                new uk.homeward.journey.event.TrustEvent.NationalOptOutTold(out, "By letter")));
    }

    private static List<String> references(HttpResponse<String> ready) {
        return lines(json(ready)).stream()
                .map(l -> l.path("resourceType").asString() + "/" + l.path("id").asString())
                .toList();
    }

    @Test
    void an_export_that_is_deleted_is_not_given_any_more() {
        String status = begun("/Patient/$export?_type=Patient");
        done(status);
        assertThat(call("DELETE", status, "").statusCode()).isEqualTo(202);
        assertThat(read(status).statusCode()).isEqualTo(404);
        assertThat(call("GET", "/$export?_type=Horoscope", "").statusCode()).isEqualTo(400);
        assertThat(call("GET", "/$export?_outputFormat=csv", "").statusCode()).isEqualTo(400);
    }
}
