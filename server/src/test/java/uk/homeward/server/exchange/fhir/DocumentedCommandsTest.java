package uk.homeward.server.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the guide for integrators, run as they stand there. */
class DocumentedCommandsTest extends FhirTest {

    private static final List<String> EXPECTED = List.of(
            "\"fhirVersion\":\"4.0.1\"",
            "HTTP/1.1 201",
            "\"family\":\"Doyle\"",
            "HTTP/1.1 202",
            "HTTP/1.1 201",
            "\"value\":\"R-1001\"",
            "\"total\":1",
            "\"servicerequest-response\"",
            "ServiceRequest.subject.identifier.value",
            "there is no such unit in this place",
            "\"state\":\"ADDED\"");

    @Test
    void everyCommandDoesWhatTheGuideSays() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        List<String> commands = Pattern.compile("(?s)```sh\\n(.*?)```")
                .matcher(Files.readString(root().resolve("docs/fhir.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(commands).hasSameSizeAs(EXPECTED);
        for (int i = 0; i < commands.size(); i++) {
            assertThat(run(commands.get(i))).as(commands.get(i)).contains(EXPECTED.get(i));
        }
        assertThat(journeysOf("9991234578")).isEqualTo(1);
        assertThat(journeysOf("9991234586")).isEqualTo(1);
        assertThat(count("select capacity::bigint from unit where unit = 'response-places-central'"))
                .isEqualTo(24);
    }

    private static String run(String command) throws IOException, InterruptedException {
        String here = command.replace("http://localhost:8080", uri("").toString());
        Process process =
                new ProcessBuilder("sh", "-c", here).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.replaceAll("\": +", "\":");
    }
}
