package uk.homeward.server.exchange.rest;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.resources.Json;

/** What tests of the FHIR interactions share: a caller, and resources of people who are nobody else's. */
abstract class RestTest extends ServerTest {

    static final String JSON = "application/fhir+json";
    static final String NHS = "https://fhir.nhs.uk/Id/nhs-number";
    private static int next = 998_100_000;

    /** Whoever sends; of another organisation than {@link #OTHER}. */
    static final String SENDER = "ward";

    static final String OTHER = "responder";

    static synchronized String newNumber() {
        next++;
        return NhsNumber.isUsable(next) ? NhsNumber.beginningWith(next).value() : newNumber();
    }

    static String patient(String nhsNumber) {
        return """
            {"resourceType": "Patient", "identifier": [{"system": "%s", "value": "%s"}],
             "name": [{"family": "Ashdown", "given": ["Marjorie", "Édith"]}], "gender": "female", "birthDate": "1938-02-11",
             "address": [{"line": ["4 Station Road"], "city": "Solihull", "postalCode": "B91 1AA"}]}
            """.formatted(NHS, nhsNumber);
    }

    static String observation(String subject, String code, String date, String value) {
        return """
            {"resourceType": "Observation", "status": "final",
             "code": {"coding": [{"system": "http://snomed.info/sct", "code": "%s"}]},
             "subject": {"reference": "%s"}, "effectiveDateTime": "%s",
             "valueQuantity": {"value": %s, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"}}
            """.formatted(code, subject, date, value);
    }

    static HttpResponse<String> call(String method, String path, String body, String... headers) {
        return callAs(SENDER, method, path, body, headers);
    }

    static HttpResponse<String> callAs(String role, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/fhir" + path))
                .header("Authorization", "Bearer demo-" + role)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equals("Content-Type");
        }
        return send(typed || body.isEmpty() ? request : request.header("Content-Type", JSON));
    }

    static HttpResponse<String> read(String path) {
        return call("GET", path, "");
    }

    /** Creates a resource; gives its reference, such as {@code Patient/1}. */
    static String created(String body) {
        JsonNode json = Json.MAPPER.readTree(body);
        String type = json.path("resourceType").asString();
        HttpResponse<String> answer = call("POST", "/" + type, body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return type + "/" + json(answer).path("id").asString();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    /** The elements that an OperationOutcome names. */
    static List<String> elements(HttpResponse<String> answer) {
        return StreamSupport.stream(json(answer).path("issue").spliterator(), false)
                .map(issue -> issue.path("expression").path(0).asString(""))
                .filter(element -> !element.isEmpty())
                .toList();
    }

    /** What a search finds, as references. */
    static List<String> found(String search) {
        HttpResponse<String> answer = read(search);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return references(json(answer));
    }

    static List<String> references(JsonNode bundle) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .filter(e -> !e.path("search").path("mode").asString("").equals("outcome"))
                .map(e -> e.path("resource").path("resourceType").asString() + "/"
                        + e.path("resource").path("id").asString())
                .toList();
    }

    static long count(String sql, Object... arguments) {
        Long count = bean(JdbcTemplate.class).queryForObject(sql, Long.class, arguments);
        return count == null ? 0 : count;
    }
}
