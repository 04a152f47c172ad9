package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent by mistake or by malice is refused with the right status and the name of the element; nothing is double. */
class FaultsTest extends RestTest {

    private static HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/fhir" + path))
                .header("Authorization", "Bearer demo-" + SENDER)
                .POST(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{\"resourceType\": \"Patient\"",
                "{\"resourceType\": \"Patient\"} {}",
                "{\"resourceType\": \"Patient\", \"resourceType\": \"Patient\"}",
                "{\"gender\": \"female\"}",
                "{\"resourceType\": \"Observation\"}",
                "{\"resourceType\": 7}",
                "<Patient xmlns=\"http://hl7.org/fhir\"><name></Patient>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Patient xmlns=\"http://hl7.org/fhir\"><id"
                        + " value=\"&a;\"/></Patient>",
                "<nothing/>",
                "plain words"
            })
    void what_is_no_resource_of_the_type_is_refused(String body) {
        HttpResponse<String> answer = post("/Patient", body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("resourceType").asString()).isEqualTo("OperationOutcome");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        "birthDate": "yesterday"; Patient.birthDate
        "birthDate": "1938-13-01"; Patient.birthDate
        "birthDate": {}; Patient.birthDate
        "active": "yes"; Patient.active
        "multipleBirthInteger": 1.5; Patient.multipleBirthInteger
        "name": "Ada"; Patient.name
        "name": [{"family": 7}]; Patient.name[0].family
        "contact": [{}, {"gender": true}]; Patient.contact[1].gender
        "contained": [{"resourceType": "Nonsense"}]; Patient.contained[0]
        "contained": [7]; Patient.contained[0]
        """)
    void a_value_that_cannot_be_of_its_type_is_refused_by_name(String member, String element) {
        HttpResponse<String> answer = call("POST", "/Patient", "{\"resourceType\": \"Patient\", " + member + "}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(elements(answer)).containsExactly(element);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        "gender": "lady"; Patient.gender
        "shoeSize": 7; Patient.shoeSize
        "name": {"family": "Alone"}; Patient.name
        "communication": [{"preferred": true}]; Patient.communication[0].language
        """)
    void what_does_no_harm_is_kept_and_counted_or_refused_if_that_is_preferred(String member, String element) {
        String body = "{\"resourceType\": \"Patient\", " + member + "}";
        String path = element.replaceAll("\\[\\d+]", "");
        long before = count("select coalesce(sum(times), 0) from feed_finding where element = ?", path);

        created(body);
        HttpResponse<String> strict = call("POST", "/Patient", body, "Prefer", "handling=strict");

        assertThat(count("select coalesce(sum(times), 0) from feed_finding where element = ?", path))
                .isEqualTo(before + 1);
        assertThat(strict.statusCode()).isEqualTo(422);
        assertThat(elements(strict)).containsExactly(element);
        HttpResponse<String> validated = call("POST", "/Patient/$validate", body);
        assertThat(validated.statusCode()).isEqualTo(200);
        assertThat(elements(validated)).containsExactly(element);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {"resourceType": "Condition"}; Condition.subject
        {"resourceType": "Immunization", "status": "completed", "patient": {"display": "A"}}; Immunization.occurrence
        """)
    void a_fact_that_does_not_say_of_whom_or_when_is_refused(String body, String element) {
        HttpResponse<String> answer =
                call("POST", "/" + json(body).path("resourceType").asString(), body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(elements(answer)).contains(element);
    }

    private static tools.jackson.databind.JsonNode json(String text) {
        return uk.homeward.server.exchange.resources.Json.MAPPER.readTree(text);
    }

    @Test
    void depth_length_packing_and_encoding_have_limits() {
        String deep = "{\"resourceType\": \"Patient\", \"extension\": " + "[{\"extension\": ".repeat(20_000);
        assertThat(post("/Patient", deep.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        String deepXml = "<Patient xmlns=\"http://hl7.org/fhir\">" + "<extension url=\"x\">".repeat(20_000);
        assertThat(post("/Patient", deepXml.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(post("/Patient", new byte[5_000_001]).statusCode()).isEqualTo(413);
        assertThat(post("", new byte[20_000_001]).statusCode()).isEqualTo(413);
        assertThat(post("/Patient", new byte[10], "Content-Encoding", "gzip").statusCode())
                .isEqualTo(415);
        byte[] latin = patient(newNumber()).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(post("/Patient", latin).statusCode()).isEqualTo(400);
        byte[] wide = patient(newNumber()).getBytes(StandardCharsets.UTF_16);
        assertThat(post("/Patient", wide).statusCode()).isEqualTo(400);
        byte[] windows = patient(newNumber()).getBytes(Charset.forName("windows-1252"));
        assertThat(post("/Patient", windows, "Content-Type", "application/fhir+json; charset=windows-1252")
                        .statusCode())
                .isEqualTo(415);
        byte[] marked = ("\uFEFF" + patient(newNumber())).getBytes(StandardCharsets.UTF_8);
        assertThat(post("/Patient", marked).statusCode()).isEqualTo(201);
        assertThat(call("GET", "/Patient", "", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void a_bundle_with_too_many_entries_is_refused() {
        StringBuilder bundle = new StringBuilder("{\"resourceType\": \"Bundle\", \"type\": \"batch\", \"entry\": [{}");
        bundle.repeat(",{}", 6000).append("]}");
        HttpResponse<String> answer = call("POST", "", bundle.toString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(elements(answer)).containsExactly("Bundle.entry");
    }

    @Test
    void words_that_no_database_column_takes_are_kept_all_the_same() {
        String odd = "{\"resourceType\": \"Patient\", \"name\": [{\"family\": \"Nul\\u0000l\\ud800\"}],"
                + " \"identifier\": [{\"system\": \"x|y\", \"value\": \"" + "9".repeat(10_000) + "\"}]}";
        HttpResponse<String> made = call("POST", "/Patient", odd);
        assertThat(made.statusCode()).isIn(201, 400);
        String number = "{\"resourceType\": \"Observation\", \"status\": \"final\", \"code\": {\"text\": \"x\"},"
                + " \"valueQuantity\": {\"value\": 1e999999}}";
        assertThat(call("POST", "/Observation", number).statusCode()).isIn(201, 400);
    }

    /** Whatever bytes come, the answer is one of the caller's faults, never ours. */
    @Test
    void damaged_bodies_and_searches_never_make_a_fault_of_ours() {
        Random random = new Random(6);
        for (int i = 0; i < 150; i++) {
            byte[] body = observation("Patient/none", "27113001", "2026-11-01", "61.5")
                    .getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(4); n >= 0; n--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(post(random.nextBoolean() ? "/Observation" : "", body).statusCode())
                    .as("case %d", i)
                    .isBetween(400, 499);
        }
        String[] names = {
            "name",
            "identifier",
            "birthdate",
            "_lastUpdated",
            "_sort",
            "_include",
            "_has:Observation:patient:code",
            "organization.name",
            "_page",
            "_count",
            "general-practitioner:identifier",
            "_id",
            "_summary",
            "_elements"
        };
        for (int i = 0; i < 150; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                value.append(String.format("%%%02x", random.nextInt(128)));
            }
            assertThat(read("/Patient?" + names[i % names.length] + "=" + value).statusCode())
                    .as("%s=%s", names[i % names.length], value)
                    .isIn(200, 400);
        }
    }
}
