package uk.homeward.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.insight.statistics.Comparators.Better;
import uk.homeward.insight.statistics.Comparators.Place;
import uk.homeward.insight.statistics.Comparators.Total;
import uk.homeward.insight.statistics.Funnel.Position;

final class ComparisonTest {

    @Test
    void aPlaceLiesBeyondTheFunnelExactlyWhenItsExactIntervalMissesTheCommonRate() {
        for (int events = 1; events < 60; events++) {
            Interval own = Counts.exact(events, Confidence.NINETY_FIVE);
            Position position = Funnel.ratio(25).position(events / 25.0);

            boolean within = own.lower() <= 25 && own.upper() >= 25;
            assertThat(position == Position.WITHIN).as("%s events", events).isEqualTo(within);
        }
    }

    @Test
    void rateAndRatioFunnelsAreTheSameOnDifferentScales() {
        Funnel.Limits rate = Funnel.rate(50, 20_000, 100_000); // 10 expected
        Funnel.Limits ratio = Funnel.ratio(10);

        assertThat(rate.alarm().upper()).isCloseTo(ratio.alarm().upper() * 50, offset(1e-9));
        assertThat(rate.warning().lower()).isCloseTo(ratio.warning().lower() * 50, offset(1e-9));
    }

    @Test
    void smallExpectationsHaveNoLowerLimitAndNothingExpectedHasNoWidth() {
        assertThat(Funnel.ratio(2).warning().lower()).isZero();
        assertThat(Funnel.ratio(2).position(0)).isEqualTo(Position.WITHIN);
        assertThat(Funnel.rate(0, 100, 1).alarm()).isEqualTo(new Interval(0, 0));
        assertThatThrownBy(() -> Funnel.ratio(0)).isInstanceOf(UnfitData.class);
    }

    @Test
    void sharesAreComparedWithScoreLimits() {
        Funnel.Limits limits = Funnel.share(0.5, 100);

        assertThat(limits.warning().upper()).isCloseTo(0.5 + 1.959963984540054 * 0.05, offset(1e-12));
        assertThat(limits.position(0.5)).isEqualTo(Position.WITHIN);
        assertThat(limits.position(0.61)).isEqualTo(Position.HIGH);
        assertThat(limits.position(0.66)).isEqualTo(Position.VERY_HIGH);
        assertThat(limits.position(0.39)).isEqualTo(Position.LOW);
        assertThat(limits.position(0.3)).isEqualTo(Position.VERY_LOW);
        assertThat(Funnel.share(0.01, 10).alarm().lower()).isZero();
        assertThatThrownBy(() -> Funnel.share(50, 10)).hasMessageContaining("percentage");
    }

    @Test
    void asGoodAsTheBestComparatorIsToldInPeople() {
        Place birmingham = new Place("E08000025", 60, 14_000); // per cent of five-year-olds ready for school
        Place solihull = new Place("E08000029", 72, 2_500);
        Place coventry = new Place("E08000026", 65, 4_000);

        Comparators.Gain gain = Comparators.gain(birmingham, List.of(solihull, coventry), Better.HIGHER, 100);

        assertThat(gain.best()).isEqualTo(solihull);
        assertThat(gain.gap()).isEqualTo(12);
        assertThat(gain.people()).isEqualTo(1680);
        assertThat(Comparators.gain(solihull, List.of(birmingham), Better.HIGHER, 100)
                        .people())
                .isZero();
        assertThat(Comparators.gain(birmingham, List.of(solihull), Better.LOWER, 100)
                        .best())
                .isEqualTo(birmingham);
        assertThat(Comparators.gain(coventry, List.of(), Better.HIGHER, 100).gap())
                .isZero();
    }

    @Test
    void gainsOfSeveralPlacesAddUp() {
        Place a = new Place("a", 10, 100);
        Place b = new Place("b", 14, 300);

        Total total = new Total(List.of(
                Comparators.gain(a, List.of(b), Better.HIGHER, 100),
                Comparators.gain(b, List.of(a), Better.HIGHER, 100)));

        assertThat(total.people()).isEqualTo(4);
        assertThat(total.meanGap()).isEqualTo(2);
        assertThat(new Total(List.of()).meanGap()).isNaN();
    }

    @Test
    void theWindowOfNeedIsWhatLiesBetweenLifeAndHealthyLife() {
        int[] ages = {0, 1, 5, 10};
        LifeTable table = LifeTable.of(ages, new double[] {5000, 5000, 5000, 1000}, new double[] {0, 0, 0, 50});
        double[] asked = {100, 100, 100, 100};

        HealthyLife halfIllAtTheEnd = HealthyLife.of(table, new double[] {1, 1, 1, 0.5}, asked);

        assertThat(halfIllAtTheEnd.windowOfNeed(0)).isCloseTo(10, offset(1e-12)); // half of the last 20 years
        assertThat(halfIllAtTheEnd.expectancy(0)).isCloseTo(20, offset(1e-12));
        double standardError = 20 * 0.05;
        assertThat(halfIllAtTheEnd.windowLimits(0, Confidence.NINETY_FIVE).upper())
                .isCloseTo(10 + 1.959963984540054 * standardError, offset(1e-9));
        assertThat(halfIllAtTheEnd.limits(0, Confidence.NINETY_FIVE).lower())
                .isCloseTo(20 - 1.959963984540054 * standardError, offset(1e-9));
        assertThatThrownBy(() -> HealthyLife.of(table, new double[] {1, 1, 1, 50}, asked))
                .hasMessageContaining("not percentages");
        assertThatThrownBy(() -> HealthyLife.of(table, new double[] {1}, new double[] {1}))
                .hasMessageContaining("(1) shares in good health for 4 age bands");
    }

    @Test
    void noLifeExpectancyNoWindowOfNeed() {
        double[] few = {10, 10, 10, 10};
        LifeTable table = LifeTable.of(new int[] {0, 1, 5, 10}, few, new double[] {0, 0, 0, 1});

        HealthyLife healthy = HealthyLife.of(table, new double[] {1, 1, 1, 1}, few);

        assertThat(healthy.expectancy(0)).isNaN();
        assertThat(healthy.windowOfNeed(0)).isNaN();
    }
}
