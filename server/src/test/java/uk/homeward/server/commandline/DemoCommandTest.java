package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.homeward.server.storage.DataFolder;
import uk.homeward.server.storage.StorageFailure;

/** The contract for scripts: what the command says and with which code it ends when it cannot start. */
class DemoCommandTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {"--speed 0", "--speed fast", "--people -5", "--port 70000", "--mllp-port -2", "--colour green"})
    void ends_with_2_for_wrong_usage(String arguments) {
        List<String> command = new ArrayList<>(List.of("demo"));
        command.addAll(List.of(arguments.split(" ")));

        assertThat(Homeward.run(command.toArray(String[]::new))).isEqualTo(2);
    }

    @Test
    void ends_with_1_and_says_so_when_the_folder_is_in_use() throws Exception {
        try (DataFolder used = DataFolder.open(data)) {
            Ended ended = demo("--port", "0", "--mllp-port", "0");

            assertThat(ended.said()).contains("the folder (" + used.path() + ") is in use", "--data");
            assertThat(ended.code()).isEqualTo(1);
        }
    }

    @Test
    void ends_with_1_and_says_so_when_a_port_is_in_use() throws Exception {
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended pages = demo("--port", "" + used.getLocalPort(), "--mllp-port", "0");
            assertThat(pages.said()).contains("" + used.getLocalPort(), "in use", "--port");
            assertThat(pages.code()).isEqualTo(1);

            Ended messages = demo("--port", "0", "--mllp-port", "" + used.getLocalPort());
            assertThat(messages.said()).contains("" + used.getLocalPort(), "in use", "--mllp-port");
            assertThat(messages.code()).isEqualTo(1);
        }
    }

    @Test
    void refuses_a_disk_that_is_too_full_before_anything_is_written() {
        try (DataFolder folder = DataFolder.open(data)) {
            assertThatThrownBy(() -> folder.requireFree(Long.MAX_VALUE))
                    .isInstanceOf(StorageFailure.class)
                    .hasMessageContaining("MB free")
                    .hasMessageContaining("Maybe:");
        }
    }

    private record Ended(int code, String said) {}

    /** Runs the real command as a process of its own. */
    private Ended demo(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhomeward.root=" + System.getProperty("homeward.root"),
                "-cp",
                System.getProperty("java.class.path"),
                Homeward.class.getName(),
                "demo",
                "--people",
                "50",
                "--data",
                data.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }
}
