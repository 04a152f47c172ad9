package uk.homeward.insight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventsPageTest {

    @Test
    void everyTableAndColumnStandsInTheDocs() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("homeward.root"), "docs", "events.md"));
        for (FactTable table : FactTable.values()) {
            assertThat(page).contains("## `" + table.title() + "`");
            for (Column column : table.columns()) {
                assertThat(page)
                        .contains("| `" + column.name() + "` | " + column.type() + " | " + column.words() + " |");
            }
        }
    }

    @Test
    void aPseudonymIsTheSameEachTimeAndNeedsTheKey() {
        Pseudonyms ours = Pseudonyms.of("0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Pseudonyms theirs = Pseudonyms.of("0123456789abcdeg".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(ours.person("p1")).isEqualTo(ours.person("p1")).isNotEqualTo(theirs.person("p1"));
        assertThat(ours.person("p1")).isNotEqualTo(ours.person("p2")).isNotEqualTo(ours.journey("p1"));
    }
}
