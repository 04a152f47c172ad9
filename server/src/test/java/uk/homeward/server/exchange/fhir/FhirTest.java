package uk.homeward.server.exchange.fhir;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.server.ServerTest;

/** What tests of the FHIR door share: samples that stand alone, and a sender. */
abstract class FhirTest extends ServerTest {

    static final String JSON = "application/fhir+json";
    private static final AtomicInteger NEXT = new AtomicInteger(999_300_000);

    /** An NHS number that nobody has yet. */
    static String newNumber() {
        int nine = NEXT.incrementAndGet();
        return NhsNumber.isUsable(nine) ? NhsNumber.beginningWith(nine).value() : newNumber();
    }

    static String request(String identifier, String nhsNumber) {
        return """
            {"resourceType": "ServiceRequest",
             "contained": [{"resourceType": "Patient", "id": "p",
               "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}],
               "name": [{"family": "Osei", "given": ["Ama"]}], "gender": "female", "birthDate": "1940-05-02",
               "address": [{"line": ["1 High Street"], "city": "Birmingham", "postalCode": "B13 0HN"}],
               "generalPractitioner": [{"identifier":
                 {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "M85006"}}]}],
             "identifier": [{"system": "https://surgery.example/referrals", "value": "%s"}],
             "status": "active", "intent": "order", "priority": "urgent",
             "subject": {"reference": "#p"},
             "requester": {"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "M85006"},
               "display": "Dr Jo Green"},
             "reasonCode": [{"text": "Fell at home, cannot get up the stairs"}]}
            """.formatted(nhsNumber, identifier);
    }

    static String message(String id, String referral, String nhsNumber) {
        return """
            {"resourceType": "Bundle", "id": "%1$s", "type": "message", "timestamp": "2026-11-23T09:00:00+00:00",
             "entry": [
              {"fullUrl": "urn:uuid:%1$s", "resource": {"resourceType": "MessageHeader", "id": "%1$s",
                "eventCoding": {"system": "https://fhir.nhs.uk/CodeSystem/message-events-bars", "code": "servicerequest-request"},
                "source": {"name": "West Midlands 111", "endpoint": "https://sender.example/fhir"},
                "focus": [{"reference": "urn:uuid:%2$s"}]}},
              {"fullUrl": "urn:uuid:%2$s", "resource": {"resourceType": "ServiceRequest", "id": "%2$s",
                "status": "active", "intent": "plan",
                "category": [{"coding": [{"system": "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest",
                  "code": "referral", "display": "Transfer of Care"}]}],
                "subject": {"reference": "urn:uuid:p-%2$s"}, "requester": {"reference": "urn:uuid:r-%2$s"},
                "reasonCode": [{"text": "Weak since a chest infection, lives alone"}]}},
              {"fullUrl": "urn:uuid:p-%2$s", "resource": {"resourceType": "Patient",
                "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%3$s"}],
                "name": [{"family": "Mistry", "given": ["Ravi"]}], "birthDate": "1938-11-30"}},
              {"fullUrl": "urn:uuid:r-%2$s", "resource": {"resourceType": "PractitionerRole",
                "practitioner": {"reference": "urn:uuid:d-%2$s"},
                "code": [{"text": "Clinical adviser"}], "telecom": [{"system": "phone", "value": "0121 496 0999"}]}},
              {"fullUrl": "urn:uuid:d-%2$s", "resource": {"resourceType": "Practitioner",
                "name": [{"family": "Hale", "given": ["Tess"], "prefix": ["Dr"]}]}}]}
            """.formatted(id, referral, nhsNumber);
    }

    static HttpResponse<String> sendBody(String path, String body, String role) {
        return sendBody(path, BodyPublishers.ofString(body), role, JSON);
    }

    static HttpResponse<String> sendBody(String path, HttpRequest.BodyPublisher body, String role, String type) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer demo-" + role)
                .header("Content-Type", type)
                .POST(body));
    }

    static HttpResponse<String> refer(String body) {
        return sendBody("/fhir/ServiceRequest", body, "referrer");
    }

    static HttpResponse<String> process(String body) {
        return sendBody("/fhir/$process-message", body, "referrer");
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.builder().build().readTree(response.body());
    }

    /** The elements that an OperationOutcome names. */
    static List<String> elements(HttpResponse<String> response) {
        return StreamSupport.stream(json(response).path("issue").spliterator(), false)
                .map(issue -> issue.path("expression").path(0).asString(""))
                .filter(element -> !element.isEmpty())
                .toList();
    }

    static long count(String sql, Object... arguments) {
        Long count = bean(JdbcTemplate.class).queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }

    static long journeysOf(String nhsNumber) {
        return count(
                "select count(*) from journey j join person p on p.id = j.person where p.nhs_number = ?", nhsNumber);
    }
}
