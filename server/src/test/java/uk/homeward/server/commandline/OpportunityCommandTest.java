package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpportunityCommandTest {

    private static final Path EXAMPLE = Path.of(
            System.getProperty("homeward.root", ".."), "places/birmingham-solihull/opportunity/example-review.csv");

    @Test
    void tellsWhatAReviewFoundAndHowFarReviewersAgree() {
        PlanningRun run = PlanningRun.of(new OpportunityCommand(), EXAMPLE.toString());
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("consultant and therapist", "waiting for home care", "The stated opportunity");
    }

    @Test
    void withoutAFileTellsTheStatedOpportunity() {
        PlanningRun run = PlanningRun.of(new OpportunityCommand(), "--csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines()).hasSize(6);
    }

    @Test
    void aMissingFileIsToldInPlainWords() {
        PlanningRun run = PlanningRun.of(new OpportunityCommand(), "nowhere.csv");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("nowhere.csv:0: there is no such file. Maybe: check the name and the folder");
    }
}
