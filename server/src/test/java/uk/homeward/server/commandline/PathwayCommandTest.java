package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PathwayCommandTest {

    private static final Path SHIPPED = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")))
            .resolve("places/birmingham-solihull/pathways/intermediate-care.yaml");

    @Test
    void drawsThePicture(@TempDir Path folder) throws IOException {
        Path picture = folder.resolve("pathway.svg");
        assertThat(Homeward.run("pathway", "draw", SHIPPED.toString(), "--out", picture.toString()))
                .isZero();
        assertThat(Files.readString(picture)).startsWith("<svg").contains("Enablement at home");
    }

    @Test
    void aPictureThatCannotBeWrittenIsAFailure(@TempDir Path folder) {
        assertThat(Homeward.run(
                        "pathway",
                        "draw",
                        SHIPPED.toString(),
                        "--out",
                        folder.resolve("nowhere/x.svg").toString()))
                .isEqualTo(1);
        assertThat(Homeward.run("pathway", "draw", SHIPPED.toString())).isEqualTo(2);
    }

    @Test
    void checksAFile(@TempDir Path folder) throws IOException {
        assertThat(Homeward.run("pathway", "check", SHIPPED.toString())).isZero();
        Path faulty = folder.resolve("faulty.yaml");
        Files.writeString(faulty, Files.readString(SHIPPED).replace("keeps-place", "keeps-plase"));
        assertThat(Homeward.run("pathway", "check", faulty.toString())).isEqualTo(1);
        assertThat(Homeward.run("pathway", "check", "atlantis.yaml")).isEqualTo(1);
        assertThat(Homeward.run("pathway")).isEqualTo(2);
    }
}
