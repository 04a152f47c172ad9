package uk.homeward.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

/** Values that can be checked by hand or against textbooks. */
final class RatesTest {

    private static final Confidence AT_95 = Confidence.NINETY_FIVE;

    @Test
    void normalDeviatesAreThoseOfTheTables() {
        assertThat(AT_95.z()).isCloseTo(1.959963984540054, offset(1e-13));
        assertThat(Confidence.of(99.8).z()).isCloseTo(3.090232306167813, offset(1e-12));
    }

    @Test
    void confidenceBelowNineTenthsIsRefused() {
        assertThatThrownBy(() -> Confidence.of(0.5))
                .hasMessageContaining("(0.5)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> Confidence.of(100)).isInstanceOf(UnfitData.class);
    }

    @Test
    void noEventsHaveTheExactUpperLimitMinusLogOfTheTail() {
        Interval limits = Counts.exact(0, AT_95);

        assertThat(limits.lower()).isZero();
        assertThat(limits.upper()).isCloseTo(-Math.log(0.025), offset(1e-12));
    }

    @Test
    void oneEventHasTheExactLowerLimitOfAnExponential() {
        assertThat(Counts.exact(1, AT_95).lower()).isCloseTo(-Math.log(0.975), offset(1e-14));
    }

    @Test
    void exactAndByarsLimitsAgreeWhereCountsAreLarge() {
        Interval exact = Counts.exact(400, AT_95);
        Interval byars = Counts.byars(400, AT_95);

        assertThat(byars.lower()).isCloseTo(exact.lower(), offset(0.01));
        assertThat(byars.upper()).isCloseTo(exact.upper(), offset(0.01));
    }

    @Test
    void byarsGivesNoLowerLimitWhereItWouldFallBelowZero() {
        assertThat(Counts.byars(1, Confidence.NINETY_NINE_POINT_EIGHT).lower()).isNaN();
        assertThat(Counts.byars(0, AT_95).lower()).isNaN();
        assertThat(Counts.byars(0, AT_95).upper()).isPositive();
    }

    @Test
    void limitsAreExactBelowTenEventsAndByarsFromTen() {
        assertThat(new CrudeRate(9, 100, 100).method().label()).isEqualTo("Exact");
        assertThat(new CrudeRate(10, 100, 100).method().label()).isEqualTo("Byars");
        assertThat(new CrudeRate(9, 100, 100).value()).isEqualTo(9);
    }

    @Test
    void ratesWithoutPeopleAreRefused() {
        assertThatThrownBy(() -> new CrudeRate(1, 0, 100)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> new CrudeRate(-1, 10, 100)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> new CrudeRate(Double.NaN, 10, 100)).hasMessageContaining("missing");
    }

    @Test
    void wilsonStaysWithinNothingAndAll() {
        assertThat(new Proportion(0, 7).limits(AT_95).lower()).isZero();
        assertThat(new Proportion(7, 7).limits(AT_95).upper()).isEqualTo(1);
        assertThatThrownBy(() -> new Proportion(8, 7))
                .hasMessageContaining("(8.0)")
                .hasMessageContaining("swapped");
        assertThatThrownBy(() -> new Proportion(0, 0)).isInstanceOf(UnfitData.class);
    }

    @Test
    void wilsonOfOneHalfInAHundred() {
        Interval limits = new Proportion(50, 100).limits(AT_95);

        assertThat(limits.lower()).isCloseTo(0.40383, offset(1e-5));
        assertThat(limits.upper()).isCloseTo(0.59617, offset(1e-5));
    }

    @Test
    void aRateStandardisedToItsOwnPopulationIsTheCrudeRate() {
        double[] population = {1000, 3000, 500};
        double[] events = {4, 30, 16};

        DirectlyStandardisedRate rate = DirectlyStandardisedRate.of(events, population, population, 1000);

        assertThat(rate.value()).isCloseTo(1000.0 * 50 / 4500, offset(1e-12));
        Interval crude = Counts.byars(50, AT_95).times(1000.0 / 4500);
        assertThat(rate.limits(AT_95).lower()).isCloseTo(crude.lower(), offset(1e-9));
        assertThat(rate.limits(AT_95).upper()).isCloseTo(crude.upper(), offset(1e-9));
    }

    @Test
    void aStandardisedRateOfNineEventsIsNotTold() {
        DirectlyStandardisedRate rate =
                DirectlyStandardisedRate.of(new double[] {9}, new double[] {100}, new double[] {1}, 100);

        assertThat(rate.suppressed()).isTrue();
        assertThat(rate.value()).isNaN();
        assertThat(rate.limits(AT_95).upper()).isNaN();
    }

    @Test
    void aBandWithoutPeopleAddsNothingUnlessItHasEvents() {
        double[] standard = {1, 1};

        assertThat(DirectlyStandardisedRate.of(new double[] {20, 0}, new double[] {100, 0}, standard, 100)
                        .value())
                .isEqualTo(10);
        assertThatThrownBy(
                        () -> DirectlyStandardisedRate.of(new double[] {20, 1}, new double[] {100, 0}, standard, 100))
                .hasMessageContaining("Band 2 has (1.0) events");
    }

    @Test
    void theEuropeanStandardIsAHundredThousandInNineteenBands() {
        assertThat(StandardPopulation.europe2013()).hasSize(19);
        assertThat(Bands.sum(StandardPopulation.europe2013())).isEqualTo(100_000);
    }

    @Test
    void anAreaThatIsItsOwnReferenceHasARatioOfOne() {
        double[] events = {3, 12};
        double[] population = {100, 200};

        IndirectlyStandardisedRatio ratio = IndirectlyStandardisedRatio.of(events, population, events, population);

        assertThat(ratio.value()).isCloseTo(1, offset(1e-12));
        assertThat(ratio.method()).isEqualTo(Counts.Method.BYARS);
    }

    @Test
    void nothingExpectedGivesNoRatio() {
        double[] none = {0};
        double[] people = {10};

        assertThat(IndirectlyStandardisedRatio.of(none, people, none, people).value())
                .isNaN();
        assertThatThrownBy(() -> IndirectlyStandardisedRatio.of(none, people, none, none))
                .hasMessageContaining("reference population of band 1");
    }

    @Test
    void unequalNumbersOfBandsAreRefused() {
        double[] two = {1, 1};

        assertThatThrownBy(() -> DirectlyStandardisedRate.of(two, new double[] {1}, two, 1))
                .hasMessageContaining("(2) counts and (1) populations");
        assertThatThrownBy(() -> IndirectlyStandardisedRatio.of(two, two, two, new double[0]))
                .hasMessageContaining("(0) reference populations");
    }
}
