package uk.homeward.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.access.Role;

/** Letters about people, as ITK3 Transfer of Care sends them. */
class LettersTest extends FhirTest {

    private final String message = newId("itk-message");
    private final String document = newId("itk-document");

    private String letter(String number, String title, String more) {
        return """
            {"resourceType": "Bundle", "type": "message", "identifier": {"value": "%1$s"}, "entry": [
             {"fullUrl": "urn:uuid:%1$s", "resource": {"resourceType": "MessageHeader", "id": "%1$s",
               "extension": [{"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-ITK-MessageHandling-2",
                 "extension": [{"url": "BusAckRequested", "valueBoolean": true},
                               {"url": "InfAckRequested", "valueBoolean": true}]}],
               "eventCoding": {"system": "https://fhir.nhs.uk/STU3/CodeSystem/ITK-MessageEvent-2", "code": "ITK003D"},
               "source": {"endpoint": "QEHB001"}, "focus": [{"reference": "urn:uuid:d-%2$s"}]}},
             {"fullUrl": "urn:uuid:d-%2$s", "resource": {"resourceType": "Bundle", "type": "document",
               "identifier": {"system": "urn:ietf:rfc:3986", "value": "%2$s"}, "entry": [
               {"fullUrl": "urn:uuid:c", "resource": {"resourceType": "Composition", "status": "final",
                 "identifier": {"value": "%2$s"}, "type": {"text": "%4$s"}, "subject": {"reference": "urn:uuid:p"},
                 "date": "2026-11-23T12:00:00Z", "author": [{"display": "Ward 12"}], "title": "%4$s" %5$s,
                 "section": [{"title": "Alerts", "entry": [{"reference": "urn:uuid:f"}]}]}},
               {"fullUrl": "urn:uuid:p", "resource": {"resourceType": "Patient",
                 "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%3$s"}],
                 "name": [{"family": "Osei", "given": ["Ama"]}], "birthDate": "1940-05-02"}},
               {"fullUrl": "urn:uuid:f", "resource": {"resourceType": "Flag", "status": "active",
                 "code": {"text": "Allergic to latex"}, "subject": {"reference": "urn:uuid:p"}}}]}}]}
            """.formatted(message, document, number, title, more);
    }

    private static String person(String number) {
        return String.valueOf(bean(JdbcTemplate.class)
                .queryForObject("select id from person where nhs_number = ?", String.class, number));
    }

    private static long kept(String type, String number) {
        return count("select count(*) from resource where type = ? and patient = ?", type, person(number));
    }

    @Test
    void a_letter_stands_in_the_record_once_and_is_acknowledged_as_it_asks() {
        String number = newNumber();
        refer(request(newId("letter"), number)); // so that somebody cares for her and may read
        HttpResponse<String> answer = process(letter(number, "Discharge letter", ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("ITK008M")
                .contains("\"identifier\":\"" + message + "\"")
                .contains("20013")
                .contains("30001");
        assertThat(process(letter(number, "Discharge letter", "")).statusCode()).isEqualTo(200);
        assertThat(kept("Composition", number)).isEqualTo(1);
        assertThat(kept("Flag", number)).isEqualTo(1);
        assertThat(bean(JdbcTemplate.class)
                        .queryForObject(
                                "select convert_from(content, 'UTF8') from resource where type = 'Composition' and"
                                        + " patient = ?",
                                String.class,
                                person(number)))
                .contains("\"reference\":\"Patient/" + person(number) + "\"")
                .contains("\"reference\":\"Flag/");
        assertThat(visitor(Role.TRIAGE_CLINICIAN).get("/people/" + person(number) + "/timeline"))
                .contains("Discharge letter");
    }

    @Test
    void a_letter_that_replaces_another_makes_that_one_void() {
        String number = newNumber();
        refer(request(newId("letter"), number));
        process(letter(number, "First letter", ""));
        String second = letter(
                        number,
                        "Second letter",
                        ", \"relatesTo\": [{\"code\": \"replaces\", \"targetIdentifier\": {\"value\": \"" + document
                                + "\"}}]")
                .replace(
                        "\"identifier\": {\"value\": \"" + document + "\"}, \"type\"",
                        "\"identifier\": {\"value\": \"" + newId("second") + "\"}, \"type\"")
                .replace(message, newId("itk-message"));
        assertThat(process(second).statusCode()).isEqualTo(200);
        assertThat(visitor(Role.TRIAGE_CLINICIAN).get("/people/" + person(number) + "/timeline"))
                .contains("Second letter")
                .doesNotContain("First letter");
    }

    @Test
    void what_is_wrong_with_a_letter_is_told_by_element_and_it_waits_to_be_mended() {
        String number = newNumber();
        HttpResponse<String> nobody = process(
                letter(number, "Letter", "").replace("\"fullUrl\": \"urn:uuid:p\"", "\"fullUrl\": \"urn:uuid:q\""));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(elements(nobody)).contains("Bundle.entry[1].resource.entry[0].resource.subject");
        HttpResponse<String> wrong = process(letter("9991234570", "Letter", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(elements(wrong)).containsExactly("Bundle.entry[1].resource.entry[1].resource.identifier[0].value");
        HttpResponse<String> empty =
                process(letter(number, "Letter", "").replaceAll("(?s)\"Composition\"", "\"Basic\""));
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(elements(empty)).containsExactly("Bundle.entry[1].resource.entry[0].resource");
        assertThat(visitor(Role.HUB).get("/exchange/fhir")).contains("the message holds no document");
    }

    @Test
    void a_response_to_what_was_never_sent_is_refused() {
        HttpResponse<String> answer = process("""
            {"resourceType": "Bundle", "type": "message", "entry": [{"resource": {"resourceType": "MessageHeader",
             "id": "r1", "eventCoding": {"code": "ITK008M"}, "source": {"endpoint": "x"},
             "response": {"identifier": "never-sent", "code": "ok"}}}]}
            """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(elements(answer)).containsExactly("MessageHeader.response.identifier");
    }
}
