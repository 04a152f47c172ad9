package uk.homeward.insight.statistics.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Charts drawn as a line of figures and read back as a line of signs: {@code .} common cause, {@code A B} beyond the
 * upper or lower limit, {@code / \} trend, {@code ^ v} two of three, {@code + -} run. {@code _} is a gap, and a figure
 * in brackets is a ghost.
 */
final class ControlChartTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final ChartSettings MORE_IS_BETTER = ChartSettings.of(Improvement.INCREASE);

    private static ControlChart draw(String figures, ChartSettings settings) {
        List<Observation> observations = new ArrayList<>();
        for (String figure : figures.split(" ")) {
            LocalDate date = START.plusMonths(observations.size());
            boolean ghost = figure.startsWith("(");
            String bare = figure.replace("(", "").replace(")", "");
            observations.add(new Observation(date, bare.equals("_") ? null : Double.valueOf(bare), ghost));
        }
        return ControlChart.of(observations, settings);
    }

    private static String signs(ControlChart chart) {
        return chart.points().stream().map(point -> sign(point.cause())).collect(Collectors.joining());
    }

    private static String sign(Cause cause) {
        return switch (cause) {
            case COMMON -> ".";
            case ABOVE_LIMIT -> "A";
            case BELOW_LIMIT -> "B";
            case RISING -> "/";
            case FALLING -> "\\";
            case NEAR_UPPER -> "^";
            case NEAR_LOWER -> "v";
            case RUN_ABOVE -> "+";
            case RUN_BELOW -> "-";
        };
    }

    @Test
    void limitsLie2Point66MeanRangesFromTheMean() {
        ChartPoint point = draw("2 4 2 4", MORE_IS_BETTER).points().getFirst();

        assertThat(point.mean()).isEqualTo(3);
        assertThat(point.lower()).isCloseTo(3 - 2.66 * 2, offset(1e-12));
        assertThat(point.upper()).isCloseTo(3 + 2.66 * 2, offset(1e-12));
    }

    @Test
    void aPointBeyondTheLimitIsMarkedAndMeansImprovementOrConcern() {
        String figures = "5 6 5 6 5 6 5 6 5 6 5 6 30";

        assertThat(signs(draw(figures, MORE_IS_BETTER.withFixAfter(12)))).isEqualTo("............A");
        assertThat(draw(figures, MORE_IS_BETTER).variation()).isEqualTo(Variation.IMPROVEMENT_HIGH);
        assertThat(draw(figures, ChartSettings.of(Improvement.DECREASE)).variation())
                .isEqualTo(Variation.CONCERN_HIGH);
        assertThat(draw(figures, ChartSettings.of(Improvement.NEUTRAL)).variation())
                .isEqualTo(Variation.NEUTRAL_HIGH);
    }

    @Test
    void screeningLeavesOutlyingRangesOfTheLimits() {
        String figures = "5 6 5 6 5 6 5 6 5 6 5 6 30";

        double screened = draw(figures, MORE_IS_BETTER).points().getFirst().upper();
        double unscreened =
                draw(figures, MORE_IS_BETTER.unscreened()).points().getFirst().upper();

        double mean = (6 * 5 + 6 * 6 + 30) / 13.0;
        assertThat(screened).isCloseTo(mean + 2.66, offset(1e-12));
        assertThat(unscreened).isCloseTo(mean + 2.66 * (11 + 24) / 12, offset(1e-12));
    }

    @Test
    void sevenRisingPointsAreMarkedBackToTheFirst() {
        assertThat(signs(draw("9 1 2 3 4 5 6 7 1 9 1 9", MORE_IS_BETTER))).isEqualTo(".///////....");
        assertThat(signs(draw("9 1 2 3 4 5 6 6 1 9 1 9", MORE_IS_BETTER))).isEqualTo("............");
    }

    @Test
    void thePeakBetweenTwoTrendsBelongsToTheLaterOne() {
        assertThat(signs(draw(
                        "1 2 3 4 5 6 7 6 5 4 3 2 1", MORE_IS_BETTER.unscreened().withFixAfter(1))))
                .isEqualTo("//////\\\\\\\\\\\\\\");
    }

    @Test
    void theEndOfATrendStaysPartOfItWhenAnotherBeginsLowerDown() {
        ChartSettings wide = MORE_IS_BETTER.unscreened().withFixAfter(2);

        assertThat(signs(draw("1 9 2 3 4 5 6 7 8 3 4 5 6 7 8 9", wide))).isEqualTo("..//////////////");
    }

    @Test
    void sevenOnOneSideAreARunAndAValueOnTheMeanBreaksIt() {
        String run = "0 10 0 10 6 6 6 6 6 6 0 10 0";
        String broken = "0 10 0 10 6 6 6 5 6 6 0 10 0";

        assertThat(signs(draw(run, MORE_IS_BETTER.withFixAfter(4)))).isEqualTo("...+++++++...");
        assertThat(signs(draw(broken, MORE_IS_BETTER.withFixAfter(4)))).isEqualTo(".............");
    }

    @Test
    void twoOfThreeCloseToTheLimitCountOnlyOnOneSideOfTheMean() {
        ChartSettings fixed = MORE_IS_BETTER.withFixAfter(4); // 1 3 1 3: mean 2, limits 2 +/- 5.32, close beyond 3.55

        assertThat(signs(draw("1 3 1 3 6 3 6 1", fixed))).isEqualTo("....^.^.");
        assertThat(signs(draw("1 3 1 3 6 1 6 1", fixed))).isEqualTo("........");
        assertThat(signs(draw("1 3 1 3 1 -2 -2 3", fixed))).isEqualTo(".....vv.");
    }

    @Test
    void equalValuesHaveAMeanAndWhenScreenedNoLimits() {
        ControlChart chart = draw("0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1", MORE_IS_BETTER.withTarget(0.1));

        assertThat(chart.points()).allSatisfy(point -> {
            assertThat(point.side()).isZero();
            assertThat(point.upper()).isNaN();
            assertThat(point.outside()).isNull();
        });
        assertThat(chart.assurance()).contains(Assurance.INCONSISTENT);
        assertThat(draw("1 1 1", MORE_IS_BETTER.unscreened())
                        .points()
                        .getFirst()
                        .upper())
                .isEqualTo(1);
    }

    @Test
    void onePointHasAMeanButNoLimitsAndNoneHasNothing() {
        ChartPoint only = draw("4", MORE_IS_BETTER).points().getFirst();

        assertThat(only.mean()).isEqualTo(4);
        assertThat(only.lower()).isNaN();
        assertThat(only.trial()).isTrue();
        ControlChart empty = ControlChart.of(List.of(), MORE_IS_BETTER.withTarget(1));
        assertThat(empty.points()).isEmpty();
        assertThat(empty.assurance()).isEmpty();
        assertThat(empty.variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void aGapBreaksRangesRunsAndTrends() {
        ControlChart chart = draw("1 2 3 _ 4 5 6 7", MORE_IS_BETTER);

        assertThat(signs(chart)).isEqualTo("B......A"); // mean 4, limits 1.34 and 6.66; no trend over the gap
        assertThat(chart.points().get(3).side()).isNull();
        assertThat(chart.points().getFirst().upper()).isCloseTo(28.0 / 7 + 2.66, offset(1e-12));
    }

    @Test
    void onlyGapsHaveNoMean() {
        ControlChart chart = draw("_ _", MORE_IS_BETTER);

        assertThat(chart.points().getFirst().mean()).isNaN();
        assertThat(chart.variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void aGhostIsLeftOutAsIfItWereNotThere() {
        ControlChart with = draw("5 6 5 (90) 6 5 6 5", MORE_IS_BETTER);
        ControlChart without = draw("5 6 5 6 5 6 5", MORE_IS_BETTER);

        assertThat(with.points().getFirst().upper())
                .isEqualTo(without.points().getFirst().upper());
        assertThat(with.points().get(3).cause()).isEqualTo(Cause.COMMON);
        assertThat(draw("5 6 5 6 5 6 (90)", MORE_IS_BETTER).variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void aRebaseStartsANewPeriodAndNothingIsCarriedAcrossIt() {
        Rebase rebase = new Rebase(START.plusMonths(4), "a second enablement team began");

        ControlChart chart = draw("1 2 1 2 11 12 11 12", MORE_IS_BETTER.withRebases(List.of(rebase)));

        assertThat(chart.points().stream().map(ChartPoint::period)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(chart.points().getLast().mean()).isEqualTo(11.5);
        assertThat(chart.points().getLast().upper()).isCloseTo(11.5 + 2.66, offset(1e-12));
        assertThat(signs(draw("1 2 3 4 5 6 7 8", MORE_IS_BETTER.withRebases(List.of(rebase)))))
                .isEqualTo("........");
    }

    @Test
    void aRebaseBetweenTwoPointsTakesEffectAtTheNext() {
        Rebase rebase = new Rebase(START.plusMonths(2).minusDays(10), "new opening hours");

        assertThat(draw("1 2 1 2", MORE_IS_BETTER.withRebases(List.of(rebase))).points().stream()
                        .map(ChartPoint::period))
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void aRebaseNeedsAReason() {
        assertThatThrownBy(() -> new Rebase(START, " ")).hasMessageContaining("Maybe");
    }

    @Test
    void twelvePointsHaveTrialLimitsAndThirteenFullOnes() {
        assertThat(draw("1 2 1 2 1 2 1 2 1 2 1 2", MORE_IS_BETTER)
                        .points()
                        .getFirst()
                        .trial())
                .isTrue();
        assertThat(draw("1 2 1 2 1 2 1 2 1 2 1 2 1", MORE_IS_BETTER)
                        .points()
                        .getFirst()
                        .trial())
                .isFalse();
    }

    @Test
    void assuranceComparesTheTargetWithTheLastPeriodsLimits() {
        String figures = "2 4 2 4 2 4"; // mean 3, limits -2.32 and 8.32

        assertThat(draw(figures, MORE_IS_BETTER.withTarget(9)).assurance()).contains(Assurance.CONSISTENT_FAIL);
        assertThat(draw(figures, MORE_IS_BETTER.withTarget(-3)).assurance()).contains(Assurance.CONSISTENT_PASS);
        assertThat(draw(figures, MORE_IS_BETTER.withTarget(3)).assurance()).contains(Assurance.INCONSISTENT);
        assertThat(draw(figures, MORE_IS_BETTER).assurance()).isEmpty();
        assertThat(draw(figures, ChartSettings.of(Improvement.NEUTRAL).withTarget(9))
                        .assurance())
                .isEmpty();
    }

    @Test
    void datesMustRise() {
        Observation first = Observation.of(START, 1);

        assertThatThrownBy(() -> ControlChart.of(List.of(first, Observation.of(START, 2)), MORE_IS_BETTER))
                .hasMessageContaining("(2026-01-01)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Observation.of(START, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
