package uk.homeward.insight.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.insight.risk.Calibration.Outcome;

final class CalibrationTest {

    private static List<Outcome> people(int count, int happened, double predicted, String group) {
        List<Outcome> people = new ArrayList<>(Collections.nCopies(happened, new Outcome(predicted, true, group)));
        people.addAll(Collections.nCopies(count - happened, new Outcome(predicted, false, group)));
        return people;
    }

    @Test
    void aScoreThatIsRightOnAverageAndWrongForAGroupShowsIt() {
        List<Outcome> all = people(400, 120, 0.2, "most deprived");
        all.addAll(people(400, 40, 0.2, "least deprived"));

        Calibration calibration = Calibration.of(all);

        assertThat(calibration.overall().ratio()).isCloseTo(1, offset(1e-12));
        assertThat(calibration.overall().astray()).isFalse();
        assertThat(calibration.byGroup())
                .extracting(Calibration.Line::name)
                .containsExactly("least deprived", "most deprived");
        assertThat(calibration.byGroup().get(0).ratio()).isCloseTo(0.5, offset(1e-12));
        assertThat(calibration.byGroup()).allMatch(Calibration.Line::astray);
    }

    @Test
    void theAreaIsTheChanceOfTheRightOrder() {
        List<Outcome> outcomes = List.of(
                new Outcome(0.9, true, ""),
                new Outcome(0.5, true, ""),
                new Outcome(0.5, false, ""),
                new Outcome(0.1, false, ""));

        assertThat(Calibration.of(outcomes).area()).isEqualTo((1 + 1 + 0.5 + 1) / 4);
        assertThat(Calibration.of(people(5, 5, 0.5, "")).area()).isNaN();
        assertThat(Calibration.of(people(6, 3, 0.5, "")).area()).isEqualTo(0.5);
    }

    @Test
    void theBrierScoreIsTheMeanSquaredDifference() {
        assertThat(Calibration.of(people(4, 2, 0.5, "")).brier()).isEqualTo(0.25);
        assertThat(Calibration.of(List.of(new Outcome(1, true, ""), new Outcome(0, false, "")))
                        .brier())
                .isZero();
    }

    @Test
    void binsHoldAboutEqualNumbersFromLowToHigh() {
        List<Outcome> all = people(10, 1, 0.1, "");
        all.addAll(people(10, 6, 0.6, ""));

        List<Calibration.Line> bins = Calibration.of(all).byChance(2);

        assertThat(bins).extracting(Calibration.Line::predicted).containsExactly(0.1, 0.6);
        assertThat(bins).extracting(line -> line.observed().value()).containsExactly(0.1, 0.6);
        assertThat(Calibration.of(all).byChance(50)).hasSize(20);
    }

    @Test
    void whatIsNoChanceIsRefused() {
        assertThatThrownBy(() -> new Outcome(11.5, true, "")).hasMessageContaining("(11.5)");
        assertThatThrownBy(() -> Calibration.of(List.of())).hasMessageContaining("no outcomes");
    }
}
