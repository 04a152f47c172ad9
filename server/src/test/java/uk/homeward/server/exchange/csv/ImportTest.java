package uk.homeward.server.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;

/** Referrals as CSV and facts as NDJSON: each line has its receipt, and no faulty line is lost. */
class ImportTest extends ServerTest {

    private static JsonNode sent(String kind, String body) {
        return JsonMapper.builder()
                .build()
                .readTree(answer(kind, body, "referrer").body());
    }

    private static HttpResponse<String> answer(String kind, String body, String role) {
        return send(HttpRequest.newBuilder(uri("/api/import/" + kind))
                .header("Authorization", "Bearer demo-" + role)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> states(JsonNode report) {
        return report.path("receipts").values().stream()
                .map(r -> r.path("state").asString())
                .toList();
    }

    private static long count(String sql, Object... arguments) {
        Long count = bean(JdbcTemplate.class).queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    @Test
    void a_table_of_referrals_opens_each_journey_once_and_says_what_is_wrong_with_the_others() {
        String family = newId("Imported");
        String table = "reference,family,given,born,reason,urgency\n" + family + "-1," + family
                + ",Ama,1940-05-02,\"Fell,\ntwice\",urgent\n" + family + "-2," + family
                + ",Ravi,1940-13-02,Weak,soon\n";
        JsonNode report = sent("referrals", table);
        assertThat(states(report)).containsExactly("ADDED", "REFUSED");
        assertThat(report.path("receipts").path(1).path("row").asInt()).isEqualTo(4);
        assertThat(report.path("receipts").path(1).path("faults").values())
                .extracting(f -> f.path("column").asString())
                .contains("born", "urgency");
        assertThat(states(sent("referrals", table))).containsExactly("UNCHANGED", "REFUSED");
        assertThat(count("select count(*) from journey j join person p on p.id = j.person where p.family = ?", family))
                .isEqualTo(1);
    }

    @Test
    void facts_are_taken_line_by_line_with_their_patients_first() {
        String id = newId("nd");
        String lines = """
            {"resourceType": "Observation", "id": "%1$s-o", "status": "final", "code": {"text": "Weight"}, "subject": {"reference": "Patient/%1$s-p"}}
            {"resourceType": "Patient", "id": "%1$s-p", "birthDate": "1940-05-02", "name": [{"family": "Osei"}]}
            {"resourceType": "Observation", "id": "%1$s-x", "status": "final"
            {"resourceType": "Observation", "id": "%1$s-y", "code": {"text": "x"}, "subject": {"reference": "Patient/nobody"}, "valueQuantity": {"value": "ten"}}
            [1, 2]
            """.formatted(id);
        assertThat(states(sent("resources?dry-run=true", lines)))
                .as("the dry run keeps nothing")
                .startsWith("ADDED", "ADDED", "REFUSED");
        assertThat(count("select count(*) from resource where id like ?", id + "%"))
                .isZero();
        JsonNode report = sent("resources", lines);
        assertThat(states(report)).containsExactly("ADDED", "ADDED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(report.path("receipts")
                        .path(3)
                        .path("faults")
                        .path(0)
                        .path("column")
                        .asString())
                .startsWith("Observation.");
        assertThat(states(sent("resources", lines)).subList(0, 2)).containsExactly("UNCHANGED", "UNCHANGED");
    }

    @Test
    void the_page_gives_the_refused_lines_back_to_be_mended() {
        String family = newId("Paged");
        var sender = visitor(Role.REFERRER);
        assertThat(sender.get("/exchange/import")).contains("Import a file").contains("A sample to try");
        String page = sender.send(
                "/exchange/import",
                "kind",
                "referrals",
                "text",
                "reference,family,given,born,reason\nP-1," + family + ",Ama,1940-05-02,Fell\nP-2," + family
                        + ",Ravi,yesterday,Weak\n");
        assertThat(page)
                .contains("1 added")
                .contains("1 refused")
                .contains("Line 3: born (yesterday) this is not a date")
                .contains("P-2," + family)
                .doesNotContain("P-1," + family);
    }

    @Test
    void nobody_sends_what_their_role_may_not() {
        assertThat(answer("referrals", "x", "analyst").statusCode()).isEqualTo(403);
        assertThat(answer("resources", "x", "administrator").statusCode()).isEqualTo(403);
        assertThat(get("/exchange/import", "commissioner").statusCode()).isEqualTo(403);
    }
}
