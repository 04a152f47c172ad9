package uk.homeward.journey.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneSet;
import uk.homeward.journey.source.FaultyDefinition;

class ProgrammeReaderTest {

    @TempDir
    private Path folder;

    @Test
    void reads_what_is_told_and_the_risks() throws IOException {
        write(
                "home",
                "outcomes: [{id: o, title: Waits, measure: dtoc-rate, better: lower, target: {value: 5, by:"
                        + " 2021-03-31}}]\n"
                        + "milestones: [{id: a, title: Start, planned: 2018-01-01}, {id: b, title: End, after: [a]}]\n"
                        + "risks: [{id: strike, event: Strikes, mitigation: Talk}]\n");

        ProgrammeDraft draft = ProgrammeReader.read(folder, "dtoc-rate"::equals).getFirst();

        assertThat(draft.events()).hasSize(4);
        assertThat(draft.events()).filteredOn(MilestoneSet.class::isInstance).hasSize(2);
        assertThat(draft.risks().getFirst().events()).hasSize(2);
    }

    @Test
    void tells_every_fault_with_its_line() throws IOException {
        write("home", """
            outcomes:
              - {id: o, title: Waits, measure: no-such, better: up, target: {value: 5}}
            milestones:
              - {id: a, title: Start, planned: soon, after: [z]}
              - {id: a, title: Again}
            colour: red
            """);

        assertThatThrownBy(() -> ProgrammeReader.read(folder, m -> false))
                .isInstanceOfSatisfying(
                        FaultyDefinition.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Object::toString)
                                .anyMatch(f -> f.contains("home.yaml:7: there is no measure (no-such)"))
                                .anyMatch(f -> f.contains(":7: 'better' is (up)"))
                                .anyMatch(f -> f.contains(":7: the target has no date"))
                                .anyMatch(f -> f.contains(":9: this is no date (soon)"))
                                .anyMatch(f -> f.contains(":9: there is no (home/z)"))
                                .anyMatch(f -> f.contains(":10: the milestone (a) stands twice"))
                                .anyMatch(f -> f.contains(":11: the key (colour) is not known here")));
    }

    @Test
    void refuses_a_circle() throws IOException {
        write("home", "milestones: [{id: a, title: A, after: [b]}, {id: b, title: B, after: [a]}]\n");

        assertThatThrownBy(() -> ProgrammeReader.read(folder, m -> true))
                .isInstanceOfSatisfying(
                        FaultyDefinition.class,
                        faulty -> assertThat(faulty.faults())
                                .anyMatch(f -> f.what().contains("dependency-circle")));
    }

    private void write(String id, String more) throws IOException {
        Files.writeString(folder.resolve(id + ".yaml"), """
            id: %s
            title: Home first
            told-on: 2018-01-01
            objective: More people at home
            owner: director
            %s\
            """.formatted(id, more + "source: test\n"));
    }

    @Test
    void the_shipped_programmes_are_sound() {
        Path shipped = Path.of(System.getProperty("homeward.root", ".."), "places/birmingham-solihull/programmes");

        List<ProgrammeDraft> drafts = ProgrammeReader.read(shipped, m -> true);

        assertThat(drafts).hasSize(39);
        assertThat(drafts).allSatisfy(d -> assertThat(d.toldOn().getYear()).isBetween(2011, 2018));
        assertThat(drafts.stream().mapToInt(d -> d.risks().size()).sum()).isEqualTo(117);
    }
}
