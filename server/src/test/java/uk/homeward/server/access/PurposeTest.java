package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** For what a record is read decides with role and ties, is kept with the look, and is explained where it closes the record. */
class PurposeTest extends ServerTest {

    private final String person = registered();

    @Test
    void a_purpose_other_than_direct_care_stands_with_the_look() {
        assertThat(read("/people/" + person + "/summary", "safeguarding").statusCode())
                .isEqualTo(200);
        assertThat(read("/people/" + person + "/summary", "TREAT").statusCode()).isEqualTo(200);
        assertThat(read("/fhir/Patient/" + person, "safeguarding").statusCode()).isEqualTo(200);
        assertThat(looks())
                .contains("summary, for safeguarding", "summary")
                .as("by FHIR, too")
                .anyMatch(what ->
                        what.contains("by FHIR, for safeguarding") || what.endsWith("Patient, for safeguarding"));
        assertThat(get("/people/" + person, "triage-clinician").body()).contains("summary, for safeguarding");
    }

    @Test
    void a_purpose_that_is_not_the_role_s_keeps_the_record_closed_and_says_so() {
        HttpResponse<String> page = read("/people/" + person + "/summary", "audit");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("does not read records for audit").doesNotContain("Purposeful");
        assertThat(read("/fhir/Patient/" + person, "subject-request").statusCode())
                .isIn(403, 404);
        assertThat(looks()).noneMatch(what -> what.contains("audit"));
    }

    @Test
    void an_unknown_purpose_is_named() {
        for (String path : List.of("/people/" + person + "/summary", "/fhir/Patient/" + person)) {
            HttpResponse<String> answer = read(path, "curiosity");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body())
                    .contains("there is no purpose (curiosity)")
                    .contains("safeguarding");
        }
    }

    @Test
    void a_reader_chooses_it_on_the_person_s_page_and_it_holds_for_the_next_ones() {
        Visitor nurse = visitor(Role.TRIAGE_CLINICIAN);
        assertThat(nurse.get("/people/" + person)).contains("You read this record for <strong>direct care</strong>");
        assertThat(nurse.send("/purpose", "purpose", "safeguarding", "back", "/people/" + person))
                .contains("You read this record for <strong>safeguarding</strong>");
        nurse.get("/people/" + person + "/timeline");
        assertThat(looks()).contains("timeline, for safeguarding");
        nurse.get("/people/" + person);
        nurse.send("/purpose", "purpose", "audit", "back", "/people/" + person);
        assertThat(nurse.status()).isEqualTo(403);
    }

    private List<String> looks() {
        return bean(JdbcTemplate.class).queryForList("select what from look where person = ?", String.class, person);
    }

    private static HttpResponse<String> read(String path, String purpose) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-triage-clinician")
                .header("X-Purpose-Of-Use", purpose)
                .GET());
    }

    private static String registered() {
        String id = newId("purpose");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(new PersonEvent.PersonRegistered(someone("Ada", "Purposeful"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        return id;
    }
}
