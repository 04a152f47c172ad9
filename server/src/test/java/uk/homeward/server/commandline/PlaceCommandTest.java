package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root"));

    /** What one run of the whole program printed. */
    private record Run(int exitCode, String out, String err) {

        static Run of(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream outBefore = System.out;
            PrintStream errBefore = System.err;
            try {
                System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
                System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
                int code = Homeward.run(arguments);
                return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            } finally {
                System.setOut(outBefore);
                System.setErr(errBefore);
            }
        }
    }

    @Test
    void tellsWhatTheShippedPlaceHolds() {
        Run run = Run.of(
                "place", "check", ROOT.resolve("places/birmingham-solihull").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Birmingham and Solihull (birmingham-solihull) can be used.")
                .contains("  180  practices")
                .contains("209,877  older people in the model")
                .contains("723         720  bed           acute-beds: Acute hospital beds for older people");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tellsEveryFaultAndFails(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("place.yaml"), "id: Nowhere\n");

        Run run = Run.of("place", "check", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("place.yaml:1: 'id' cannot be used")
                .contains("place.yaml:1: 'title' is missing")
                .contains("localities.csv:0: there is no such file. Maybe: check the name and the folder")
                .contains("people.yaml:0: there is no such file");
    }

    @Test
    void aFolderThatIsNotThereIsAFailureAndNoFolderIsWrongUsage() {
        Run missing = Run.of("place", "check", "places/atlantis");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("there is no such folder (places/atlantis). Maybe: ");
        assertThat(Run.of("place", "check").exitCode()).isEqualTo(2);
        assertThat(Run.of("place").exitCode()).isEqualTo(2);
    }
}
