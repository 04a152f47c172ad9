package uk.homeward.journey.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.pathway.Pathway;

/** What {@code bench/run fuzz} found in the reader of definitions, kept. */
class FuzzedYamlTest {

    @Test
    void what_is_nested_out_of_all_proportion_is_a_fault_and_no_overflow() {
        for (String one : new String[] {"{\"a\":", "[", "- "}) {
            Faults faults = new Faults();
            Yaml.parse("deep.yaml", "a: " + one.repeat(20_000), faults);
            assertThat(faults.list()).as(one).isNotEmpty();
        }
    }

    @Test
    void a_standard_that_begins_at_a_decision_whose_name_is_no_name_is_told() throws IOException {
        Path file = Path.of(System.getProperty("homeward.root"))
                .resolve("places/birmingham-solihull/pathways/intermediate-care.yaml");
        String text = Files.readString(file);
        String broken =
                text.replace("only-if: decided triage-decision respond", "only-if: decided triage-decis\\T respond");
        assertThat(broken).isNotEqualTo(text);
        assertThatThrownBy(() -> Pathway.parse("broken.yaml", broken)).isInstanceOf(FaultyDefinition.class);
    }
}
