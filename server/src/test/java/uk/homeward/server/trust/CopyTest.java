package uk.homeward.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** A person is given a copy of everything that is kept about them, and of nobody else. */
class CopyTest extends ServerTest {

    private static final String TABLES = """
        select table_name from information_schema.columns
        where table_schema = current_schema() and column_name = 'person' order by 1
        """;

    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final String ada = registered("Ada", "Quillfeather");
    private final String bob = registered("Bob", "Otherwise");

    @Test
    void the_copy_has_every_row_of_the_person_in_words_as_fhir_and_as_tables() throws Exception {
        fact(ada, "Penicillin G");
        fact(bob, "Latex glove");
        get("/people/" + ada, "triage-clinician");

        Map<String, String> copy = copy(ada);

        assertThat(copy.get("read-me-first.html"))
                .contains("Ada Quillfeather: everything that is kept about you", "Key safe by the door", "Penicillin G")
                .contains("Triage clinician")
                .doesNotContain("Otherwise", "Latex glove");
        List<String> types = Json.MAPPER
                .readTree(copy.get("record.fhir.json"))
                .path("entry")
                .valueStream()
                .map(e -> e.path("resource").path("resourceType").asString())
                .toList();
        assertThat(types).contains("Patient", "AllergyIntolerance", "Provenance", "AuditEvent");
        for (String table : jdbc.queryForList(TABLES, String.class)) {
            long rows = Objects.requireNonNull(
                    jdbc.queryForObject("select count(*) from " + table + " where person = ?", Long.class, ada));
            long given =
                    copy.getOrDefault("tables/" + table + ".csv", "").lines().count();
            assertThat(given).as(table).isEqualTo(rows == 0 ? 0 : rows + 1);
        }
        assertThat(copy.get("tables/event.csv")).contains("PersonRegistered", "AlertRaised", ada);
        assertThat(String.join("", copy.values())).doesNotContain(bob, "Latex glove", "Otherwise");
    }

    @Test
    void that_it_was_given_is_kept_among_the_looks_and_on_the_page() throws Exception {
        copy(ada);
        assertThat(jdbc.queryForList(
                        "select actor_role || ': ' || reason from look where person = ? and what = ?",
                        String.class,
                        ada,
                        PersonCopy.LOOK))
                .containsExactly("privacy-officer: Letter of 3 May & passport");
        assertThat(get("/copies", "privacy-officer").body())
                .contains("Record " + ada, "Letter of 3 May &amp; passport");
        assertThat(visitor(Role.PRIVACY_OFFICER, "uhb").get("/copies")).doesNotContain(ada);
    }

    @Test
    void nobody_gets_one_without_saying_who_asked_or_for_nobody() {
        assertThat(post("/copies", "privacy-officer", "who=" + ada + "&asked=").statusCode())
                .isEqualTo(422);
        var nobody = post("/copies", "privacy-officer", "who=p-nobody&asked=Letter");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Nobody has this number here");
        assertThat(post("/api/people/" + ada + "/copy", "privacy-officer", "asked=")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/people/p-nobody/copy", "privacy-officer", "asked=x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/api/people/" + ada + "/copy", "hub", "asked=x").statusCode())
                .isEqualTo(403);
    }

    private static Map<String, String> copy(String person) throws IOException, InterruptedException {
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri("/copies"))
                                .header("Authorization", "Bearer demo-privacy-officer")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "who=" + person + "&asked=Letter+of+3+May+%26+passport"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void fact(String person, String substance) {
        var answer = send(HttpRequest.newBuilder(uri("/fhir/AllergyIntolerance"))
                .header("Authorization", "Bearer demo-triage-clinician")
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"resourceType": "AllergyIntolerance", "patient": {"reference": "Patient/%s"},
                     "clinicalStatus": {"coding": [{"code": "active"}]}, "code": {"text": "%s"}}
                    """.formatted(person, substance))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String registered(String given, String family) {
        String id = newId("copied");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(
                                new PersonEvent.PersonRegistered(someone(given, family)),
                                new PersonEvent.AlertRaised("key-safe", "Key safe by the door")),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        return id;
    }
}
