package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A FHIR client that is not ours (npm {@code fhir-kit-client}) does what an integrator does first. */
class OutsideClientTest extends RestTest {

    @Test
    void creates_reads_searches_pages_updates_and_deletes() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere("npm") && isThere("node"), "left out: npm and node are not here");
        Path folder = root().resolve("server/src/test/client");
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            Run installed = run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Assumptions.assumeTrue(
                    installed.status() == 0, "left out: the client cannot be fetched: " + installed.output());
        }
        Run run = run(folder, "node", "client.mjs", uri("/fhir").toString(), "demo-" + SENDER, newNumber());
        assertThat(run.output()).contains("all is well");
        assertThat(run.status()).isZero();
    }

    private record Run(int status, String output) {}

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(p -> Files.isExecutable(Path.of(p, program)));
    }

    private static Run run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(3, TimeUnit.MINUTES);
        return new Run(process.exitValue(), output);
    }
}
