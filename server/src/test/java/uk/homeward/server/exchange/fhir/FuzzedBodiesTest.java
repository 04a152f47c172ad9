package uk.homeward.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bench/run fuzz} found in the readers of bodies, kept: the sender's fault, never one of ours. */
class FuzzedBodiesTest extends FhirTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\": \"Bundle\", \"type\": \"message\", \"entry\": [{\"\": {\"a\": 1}}]}",
                "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"\": {\"coding\": [{\"code\": \"x\"}]}}]}"
            })
    void an_element_without_a_name_is_told_to_the_sender(String body) {
        HttpResponse<String> answer = process(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("resourceType").asString()).isEqualTo("OperationOutcome");
    }

    @Test
    void a_resource_without_a_type_inside_another_is_named() {
        HttpResponse<String> answer = sendBody(
                "/fhir/Basic",
                "{\"resourceType\": \"Basic\", \"code\": {\"text\": \"x\"}, \"contained\": [{\"id\": \"a\"}]}",
                "ward");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(elements(answer)).containsExactly("Basic.contained[0]");
    }

    @Test
    void nesting_without_end_and_what_is_no_text_are_refused_by_every_door() {
        String deep = "{\"resourceType\": \"Bundle\", \"type\": \"message\", \"entry\": " + "[".repeat(50_000);
        assertThat(process(deep).statusCode()).isEqualTo(400);
        assertThat(sendBody("/api/import/resources", deep, "ward").body()).contains("REFUSED");
        assertThat(process("\u0000\u0001").statusCode()).isEqualTo(400);
    }
}
