package uk.homeward.server.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.insight.risk.Diagnosis;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.inbox.Hl7Listener;
import uk.homeward.server.exchange.mllp.MllpClient;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** What hospitals code, and what others send as FHIR, counts for a person's risk as an uploaded file does. */
class DiagnosesFromOutsideTest extends ServerTest {

    private static final String STAY = "PV1|1|I|QEM1^A^1^QEHB||||||||||||||||V-dg1\r";

    private static String send(String trigger, String at, String id, String more) throws IOException {
        String message = "MSH|^~\\&|PAS|RRK|||20261123093000||ADT^" + trigger + "|" + newId(id) + "|P|2.4\r" + "EVN|"
                + trigger + "|" + at + "\rPID|1||DG1-77^^^RRK^PI||Osei^Dora||19410305|F\r" + STAY + more;
        try (MllpClient client =
                MllpClient.connect("127.0.0.1", bean(Hl7Listener.class).port(), Duration.ofSeconds(20))) {
            return new String(client.exchange(message.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        }
    }

    private static List<String> codesOf(String person) {
        return bean(CodedHistory.class).since(LocalDate.of(2020, 1, 1)).getOrDefault(person, List.of()).stream()
                .map(Diagnosis::code)
                .map(Object::toString)
                .toList();
    }

    @Test
    void whatAHospitalCodesOfAStayCountsTheFinalOnesWithTheMainOneFirst() throws IOException {
        assertThat(send("A01", "20261123063000", "dg-a", "")).contains("MSA|AA");
        String coded = "DG1|1||R07.4^Chest pain^I10|||A\r"
                + "DG1|2||F05.9^^ICD10|||F|||||||||2\rDG1|3||S72.00^Broken hip^I10|||F|||||||||1\r"
                + "DG1|4||263102004^Fracture^SCT|||F|||||||||3\rDG1|5||hip^^I10|||F\r";
        assertThat(send("A08", "20261123073000", "dg-b", coded)).contains("MSA|AA");
        String person = Objects.requireNonNull(bean(JdbcTemplate.class)
                .queryForObject("select person from identifier where value = 'DG1-77'", String.class));
        assertThat(codesOf(person)).containsExactly("S72.00", "F05.9");
        assertThat(send("A08", "20261123083000", "dg-c", "DG1|1||I50.0^^I10|||F\r"))
                .contains("MSA|AA");
        assertThat(codesOf(person)).containsExactly("I50.0");
    }

    @Test
    void aConditionCountsInItsNewestVersionUnlessItWasRefutedOrDeleted() {
        String person = newId("condition");
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Connie", "Dition"))),
                        bean(PlaceTime.class).instant(),
                        STAFF,
                        null);
        String id = person + "-c1";
        assertThat(put(id, condition(id, person, "G81.4", "confirmed"))).isBetween(200, 201);
        assertThat(codesOf(person)).containsExactly("G81.4");
        assertThat(put(id, condition(id, person, "I50.0", "confirmed"))).isBetween(200, 201);
        assertThat(codesOf(person)).containsExactly("I50.0");
        assertThat(put(id, condition(id, person, "I50.0", "refuted"))).isBetween(200, 201);
        assertThat(codesOf(person)).isEmpty();
    }

    @Test
    void aConditionCountsFromWhenItWasRecordedElseFromWhenItBeganElseFromWhenItWasSent() {
        Instant told = Instant.parse("2026-03-31T12:00:00Z");
        assertThat(on("\"recordedDate\": \"2025-11-02\", \"onsetDateTime\": \"2019\",", told))
                .isEqualTo("2025-11-02");
        assertThat(on("\"onsetDateTime\": \"2024-02\",", told)).isEqualTo("2024-02-01");
        assertThat(on("", told)).isEqualTo("2026-03-31");
    }

    private static String on(String dates, Instant told) {
        String json =
                "{" + dates + " \"code\": {\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"1\"},"
                        + " {\"system\": \"http://hl7.org/fhir/sid/icd-10\", \"code\": \"I50.0\"}]}}";
        return ReceivedConditions.read(json.getBytes(StandardCharsets.UTF_8), told)
                .orElseThrow()
                .admitted()
                .toString();
    }

    private static String condition(String id, String person, String code, String verified) {
        return """
            {"resourceType": "Condition", "id": "%s", "subject": {"reference": "Patient/%s"},
             "verificationStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status",
               "code": "%s"}]},
             "recordedDate": "2026-03-01",
             "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "%s"}]}}
            """.formatted(id, person, verified, code);
    }

    private static int put(String id, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/fhir/Condition/" + id))
                .header("Authorization", "Bearer demo-ward")
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(body)));
        return answer.statusCode();
    }
}
