package uk.homeward.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;

class FhirAccessTest extends FhirTest {

    @Test
    void onlyTheCapabilityStatementIsOpen() {
        JsonNode statement = json(get("/fhir/metadata?_format=json"));
        assertThat(statement.path("fhirVersion").asString()).isEqualTo("4.0.1");
        assertThat(statement.toString())
                .contains("ServiceRequest")
                .contains("process-message")
                .contains("\"Observation\"")
                .doesNotContain("\"Parameters\"");
        for (String path : List.of("/fhir/ServiceRequest/x", "/fhir/Patient?identifier=1", "/fhir/Observation")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).path("resourceType").asString()).isEqualTo("OperationOutcome");
        }
        HttpResponse<String> anonymous = send(HttpRequest.newBuilder(uri("/fhir/ServiceRequest"))
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString("{}")));
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(uri("/fhir/Patient/x")).header("Authorization", "Bearer demo-nobody"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void eachRoleMayDoWhatItIsFor(Role role) {
        boolean care = Permission.READ_PERSON.isOf(role);
        boolean refers = Permission.OPEN_REFERRAL.isOf(role);
        boolean facts = care || Permission.SEND_FACTS.isOf(role);
        HttpResponse<String> person = get("/fhir/Patient/nobody", role.word());
        assertThat(person.statusCode()).isEqualTo(facts ? 404 : 403);
        assertThat(json(person).path("resourceType").asString()).isEqualTo("OperationOutcome");
        assertThat(get("/fhir/Patient?identifier=9434765919", role.word()).statusCode())
                .isEqualTo(facts ? 200 : 403);
        assertThat(sendBody("/fhir/Observation", "{", role.word()).statusCode())
                .isEqualTo(Permission.SEND_FACTS.isOf(role) ? 400 : 403);
        assertThat(get("/fhir/ServiceRequest/none", role.word()).statusCode()).isEqualTo(facts ? 404 : 403);
        assertThat(sendBody("/fhir/ServiceRequest", "{", role.word()).statusCode())
                .isEqualTo(refers ? 400 : 403);
        assertThat(sendBody("/fhir/$process-message", "{", role.word()).statusCode())
                .isEqualTo(refers ? 400 : 403);
    }

    @Test
    void aPersonIsReadWithALookAndFoundByNumber() {
        String number = newNumber();
        String id = json(refer(request(newId("ref"), number)))
                .path("subject")
                .path("reference")
                .asString();
        HttpResponse<String> read = get("/fhir/" + id, "triage-clinician");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(json(read).path("birthDate").asString()).isEqualTo("1940-05-02");
        JsonNode found =
                json(get("/fhir/Patient?identifier=https://fhir.nhs.uk/Id/nhs-number%7C" + number, "triage-clinician"));
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(count(
                        "select count(*) from look where person = ? and what = 'details by FHIR'",
                        id.substring("Patient/".length())))
                .isEqualTo(2);
    }

    @Test
    void whatDoesNotExistHereIsAnOperationOutcome() {
        HttpResponse<String> answer = get("/fhir/Horoscope?subject=1", "triage-clinician");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("resourceType").asString()).isEqualTo("OperationOutcome");
    }
}
