package uk.homeward.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

final class SlopeIndexTest {

    private static final double[] NOT_KNOWN = {};

    @Test
    void valuesOnALineGiveThatLine() {
        double[] population = {100, 300, 600}; // middles at 0.05, 0.25, 0.70
        double[] values = {70.5, 72.5, 77};

        SlopeIndex index = SlopeIndex.of(population, values, NOT_KNOWN);

        assertThat(index.intercept()).isCloseTo(70, offset(1e-12));
        assertThat(index.slope()).isCloseTo(10, offset(1e-12));
        assertThat(index.relative()).isCloseTo(80.0 / 70, offset(1e-12));
        assertThat(index.limits(Confidence.NINETY_FIVE).lower()).isNaN();
    }

    @Test
    void theErrorOfTheSlopeFollowsFromThoseOfTheValues() {
        double[] two = {50, 50}; // middles at 0.25 and 0.75: the slope is twice the difference

        SlopeIndex index = SlopeIndex.of(two, new double[] {70, 75}, new double[] {0.3, 0.4});

        assertThat(index.slope()).isCloseTo(10, offset(1e-12));
        assertThat(index.standardError()).isCloseTo(2 * 0.5, offset(1e-12));
    }

    @Test
    void oneGroupOrNoPeopleHaveNoSlope() {
        assertThatThrownBy(() -> SlopeIndex.of(new double[] {5}, new double[] {1}, NOT_KNOWN))
                .hasMessageContaining("Fewer than two groups");
        assertThatThrownBy(() -> SlopeIndex.of(new double[] {5, 0}, new double[] {1, 2}, NOT_KNOWN))
                .hasMessageContaining("Fewer than two groups");
        assertThatThrownBy(() -> SlopeIndex.of(new double[] {0, 0}, new double[] {1, 2}, NOT_KNOWN))
                .hasMessageContaining("(0)");
        assertThatThrownBy(() -> SlopeIndex.of(new double[] {5, 5}, new double[] {1, Double.NaN}, NOT_KNOWN))
                .hasMessageContaining("Group 2 has no value");
    }
}
