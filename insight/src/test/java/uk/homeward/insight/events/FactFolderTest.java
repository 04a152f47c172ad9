package uk.homeward.insight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that another version filled: refused where somebody else's, filled anew where all of it can be published again. */
class FactFolderTest {

    @TempDir
    Path folder;

    @Test
    void facts_of_another_form_are_refused_or_given_up_if_they_can_be_published_again() throws IOException {
        Files.writeString(folder.resolve(Published.FILE), "form 1\nplace testshire\n");
        Path old = Files.createDirectories(folder.resolve("events")).resolve("2026-01.parquet");
        Files.writeString(old, "of an older form");
        Path other = folder.resolve("notes.txt");
        Files.writeString(other, "mine");

        assertThatThrownBy(() -> FactFolder.open(folder).published())
                .isInstanceOf(PublishingFailure.class)
                .hasMessageContaining("form (1)");
        assertThat(FactFolder.openAnew(folder).published()).isEmpty();
        assertThat(old).doesNotExist();
        assertThat(other).exists();
    }
}
