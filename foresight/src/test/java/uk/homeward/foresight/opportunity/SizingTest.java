package uk.homeward.foresight.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

class SizingTest {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root", ".."));

    private final List<Sizing> stated =
            SizingReader.read(ROOT.resolve("places/birmingham-solihull/opportunity/sizing.csv"));

    @Test
    void aKnownCohortTellsWhatPartWasTakenAsAchievable() {
        Sizing sizing = new Sizing("q", "t", 0.25, "people a year", 1000, 1500, 10_000.0, 1, "s");
        Sizing.Range achievable = sizing.achievable().orElseThrow();
        assertThat(achievable.low()).isCloseTo(0.4, within(1e-12));
        assertThat(sizing.opportunity(achievable.high()).orElseThrow()).isCloseTo(1500, within(1e-9));
        assertThat(sizing.withShare(0.5).opportunity(0.4).orElseThrow()).isCloseTo(2000, within(1e-9));
    }

    @Test
    void anUnknownCohortIsImpliedByTheStatedRange() {
        Sizing sizing = new Sizing("q", "t", 0.2, "people a year", 600, 1000, null, 1, "s");
        assertThat(sizing.impliedCohort()).isEqualTo(new Sizing.Range(3000, 5000));
        assertThat(sizing.achievable()).isEmpty();
    }

    @Test
    void theReviewOf2017HasFiveFindings() {
        assertThat(stated).extracting(one -> Math.round(one.share() * 100)).containsExactly(23L, 51L, 19L, 36L, 37L);
        assertThat(stated.getFirst().achievable().orElseThrow().high()).isBetween(0.3, 0.33);
    }

    @Test
    void theShippedFindingsAreThoseOfTheReference() {
        Path reference = ROOT.resolve("../shared/reference/opportunity.csv");
        assumeTrue(Files.exists(reference), "left out: ../shared/reference/opportunity.csv is not here");
        Faults faults = new Faults();
        List<CsvRow> rows = Csv.read(reference, faults).rows();
        for (int i = 0; i < stated.size(); i++) {
            assertThat(100 * stated.get(i).share()).isCloseTo(rows.get(i).number("low", 0), within(1e-9));
            assertThat(stated.get(i).low()).isEqualTo(rows.get(i + 5).number("low", 0));
            assertThat(stated.get(i).high()).isEqualTo(rows.get(i + 5).number("high", 0));
        }
        faults.throwIfAny();
    }
}
