package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.server.exchange.resources.Json;

/** The example resources that others publish go in, come back equal, and are found. */
class ExamplesTest extends RestTest {

    private static List<Path> files(String folder) throws IOException {
        Path at = root().resolve("../shared/data/interop").resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(at), "left out: there is no " + at);
        try (Stream<Path> files = Files.list(at)) {
            return files.sorted().toList();
        }
    }

    @Test
    void every_example_of_uk_core_comes_back_equal() throws IOException {
        FhirContext context = bean(FhirContext.class);
        List<ObjectNode> examples = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : files("ukcore")) {
            String text = Files.readString(file);
            Resource resource = (Resource)
                    (file.toString().endsWith(".json")
                            ? context.newJsonParser().parseResource(text)
                            : context.newXmlParser().parseResource(text));
            if (resource.fhirType().equals("OperationOutcome")) {
                continue; // an answer, no fact
            }
            examples.add(
                    (ObjectNode) Json.MAPPER.readTree(context.newJsonParser().encodeResourceToString(resource)));
        }
        examples.sort(
                Comparator.comparing(e -> !e.path("resourceType").asString().equals("Patient")));
        int kept = 0;
        for (ObjectNode example : examples) {
            kept += roundTrip(example, wrong) ? 1 : 0;
        }
        assertThat(wrong).isEmpty();
        assertThat(kept).isGreaterThan(100);
    }

    /** False where it says that it is about somebody who is not among the examples. */
    private static boolean roundTrip(ObjectNode example, List<String> wrong) {
        String type = example.path("resourceType").asString();
        String id = "ex-" + Integer.toHexString(example.path("id").asString().hashCode());
        String body = Json.MAPPER.writeValueAsString(example);
        ObjectNode sent = (ObjectNode) Json.MAPPER.readTree(body);
        sent.put("id", id);
        if (type.equals("Subscription")) {
            return false; // its endpoint is not among the allowed hosts here
        }
        HttpResponse<String> put = call("PUT", "/" + type + "/" + id, Json.MAPPER.writeValueAsString(sent));
        if (put.statusCode() == 422 && put.body().contains("is not here")) {
            String subject =
                    json(put).at("/issue/0/diagnostics").asString().replaceAll("(?s).*\\((Patient/[^)]+)\\).*", "$1");
            call("PUT", "/" + subject, "{\"resourceType\": \"Patient\", \"id\": \"" + subject.substring(8) + "\"}");
            put = call("PUT", "/" + type + "/" + id, Json.MAPPER.writeValueAsString(sent));
        }
        if (put.statusCode() / 100 != 2) {
            wrong.add(type + " " + example.path("id").asString() + ": " + put.statusCode() + " " + put.body());
            return false;
        }
        ObjectNode back = (ObjectNode) json(read("/" + type + "/" + id));
        back.withObject("meta").remove(List.of("versionId", "lastUpdated"));
        if (back.path("meta").isEmpty()) {
            back.remove("meta");
        }
        sent.withObject("meta").remove(List.of("versionId", "lastUpdated"));
        if (sent.path("meta").isEmpty()) {
            sent.remove("meta");
        }
        if (!back.equals(sent)) {
            wrong.add(type + " " + example.path("id").asString() + " comes back changed");
        }
        if (!found("/" + type + "?_id=" + id).contains(type + "/" + id)) {
            wrong.add(type + " " + example.path("id").asString() + " is not found");
        }
        JsonNode identifier =
                example.path("identifier").isArray() ? example.at("/identifier/0/value") : example.path("none");
        if (identifier.isString()
                && !found("/" + type + "?identifier="
                                + java.net.URLEncoder.encode(
                                        identifier.asString(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains(type + "/" + id)) {
            wrong.add(type + " " + example.path("id").asString() + " is not found by identifier");
        }
        return true;
    }

    @Test
    void every_synthetic_record_goes_in_as_one_transaction_and_is_found() throws IOException {
        for (Path file : files("synthea")) {
            String bundle = Files.readString(file);
            JsonNode sent = Json.MAPPER.readTree(bundle);
            HttpResponse<String> answer = call("POST", "", bundle);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode entries = json(answer).path("entry");
            assertThat(entries).hasSize(sent.path("entry").size());
            String patient = "";
            int facts = 0;
            for (int i = 0; i < entries.size(); i++) {
                String location = entries.get(i).at("/response/location").asString();
                String reference = location.replaceAll("/_history/.*", "");
                ObjectNode back = (ObjectNode) json(read("/" + reference));
                ObjectNode original = (ObjectNode) sent.path("entry").get(i).path("resource");
                assertThat(back.propertyNames()).containsAll(original.propertyNames());
                patient = reference.startsWith("Patient/") ? reference : patient;
                facts += reference.startsWith("Observation/") ? 1 : 0;
            }
            JsonNode found = json(read("/Observation?_summary=count&patient=" + patient));
            assertThat(found.path("total").asInt()).isEqualTo(facts);
        }
    }
}
