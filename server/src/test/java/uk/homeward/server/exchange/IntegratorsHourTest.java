package uk.homeward.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.exchange.inbox.Hl7Listener;

/** Every command of the integrator's hour, as it stands there, and what the guide says that its answer holds. */
class IntegratorsHourTest extends ServerTest {

    private static final Pattern COMMAND = Pattern.compile("(?s)```sh\\n(.*?)```\\s+The answer holds `([^`]+)`");

    @Test
    void every_command_answers_as_the_guide_says() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "left out: curl is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "left out: python3 is not installed");
        String guide = Files.readString(root().resolve("docs/integrate.md"));
        List<MatchResult> commands = COMMAND.matcher(guide).results().toList();
        assertThat(commands).as("every command says what its answer holds").hasSize((int)
                Pattern.compile("```sh").matcher(guide).results().count());
        for (MatchResult command : commands) {
            assertThat(run(command.group(1))).as(command.group(1)).contains(command.group(2));
        }
    }

    private static String run(String command) throws IOException, InterruptedException {
        String here = command.replace("http://localhost:8080", uri("").toString())
                .replace("2575", Integer.toString(bean(Hl7Listener.class).port()));
        Process process =
                new ProcessBuilder("sh", "-c", here).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.replaceAll("\": +", "\":");
    }
}
