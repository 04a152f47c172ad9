package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the CapabilityStatement says is what answers. */
class CapabilityTest extends RestTest {

    private static final Map<String, String> SAMPLE = Map.of(
            "token",
            "x",
            "reference",
            "Patient/x",
            "string",
            "x",
            "date",
            "2026",
            "quantity",
            "1",
            "number",
            "1",
            "uri",
            "x:y");

    @Test
    void every_type_and_every_search_parameter_that_it_names_answers_and_no_other() {
        JsonNode statement = json(send(java.net.http.HttpRequest.newBuilder(uri("/fhir/metadata"))));
        JsonNode resources = statement.at("/rest/0/resource");
        assertThat(resources.size()).isGreaterThan(100);
        for (JsonNode resource : resources) {
            String type = resource.path("type").asString();
            StringBuilder all = new StringBuilder("/" + type + "?_count=0");
            for (JsonNode param : resource.path("searchParam")) {
                all.append('&')
                        .append(param.path("name").asString())
                        .append('=')
                        .append(SAMPLE.get(param.path("type").asString()));
            }
            assertThat(call("GET", all.toString(), "", "Prefer", "handling=strict")
                            .statusCode())
                    .as(all.toString())
                    .isEqualTo(200);
            assertThat(call("GET", "/" + type + "?no-such=1", "", "Prefer", "handling=strict")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(interactions(resource)).contains("read", "search-type");
            assertThat(read("/" + type + "/none-such").statusCode()).isEqualTo(404);
        }
        assertThat(read("/Parameters").statusCode()).isEqualTo(404);
    }

    @Test
    void every_operation_that_it_names_answers() {
        JsonNode statement = json(read("/metadata"));
        assertThat(statement.path("fhirVersion").asString()).isEqualTo("4.0.1");
        for (JsonNode operation : statement.at("/rest/0/operation")) {
            String name = operation.path("name").asString();
            int status = name.equals("export")
                    ? read("/$export?_type=Patient").statusCode()
                    : call("POST", "/$" + name, "{\"resourceType\": \"Patient\"}")
                            .statusCode();
            assertThat(status).as(name).isNotIn(404, 405, 500);
        }
        assertThat(statement.toString()).contains("\"export\"").contains("\"everything\"");
    }

    private static List<String> interactions(JsonNode resource) {
        return StreamSupport.stream(resource.path("interaction").spliterator(), false)
                .map(i -> i.path("code").asString())
                .toList();
    }
}
