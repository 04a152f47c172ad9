package uk.homeward.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The standard's own examples, where they lie beside the project. */
class BarsExamplesTest extends FhirTest {

    private static final Path EXAMPLES = root().resolve("../shared/data/interop/bars");

    @Test
    void eachExampleIsAnsweredAndNoneMakesAFaultOfOurs() throws IOException {
        assumeTrue(Files.isDirectory(EXAMPLES), "the examples do not lie beside the project");
        for (Path file : examples()) {
            String body = Files.readString(file);
            for (HttpResponse<String> answer : List.of(process(body), refer(body))) {
                assertThat(answer.statusCode()).as(file + ": " + answer.body()).isBetween(400, 422);
                assertThat(json(answer).path("resourceType").asString()).isEqualTo("OperationOutcome");
            }
        }
    }

    @Test
    void theExampleRequestLacksOnlyWhatItsBundleWouldBring() throws IOException {
        Path file = EXAMPLES.resolve("service_request/POST-success.json");
        assumeTrue(Files.isRegularFile(file), "the examples do not lie beside the project");
        HttpResponse<String> alone = refer(Files.readString(file));
        assertThat(elements(alone)).containsExactly("ServiceRequest.subject");
        String request = Files.readString(file);
        String bundle = message(newId("33333333"), newId("44444444"), newNumber())
                .replaceAll("(?s)\\{\"resourceType\": \"ServiceRequest\".*?lives alone\"}]}", "@")
                .replace("@", request.strip().replace("urn:uuid:9589fb37-87a2-48d8-968f-b371429208a8", "urn:uuid:q"))
                .replaceAll("urn:uuid:p-[^\"]*", "urn:uuid:q");
        HttpResponse<String> answer = process(bundle);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Transfer of Care");
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
