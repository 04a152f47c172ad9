package uk.homeward.foresight.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.FaultyDefinition;

class BenefitForecastTest {

    private static final FinancialYear FIRST = FinancialYear.parse("2018/19");
    private static final String PLAN = """
            title: A small programme
            start: 2018-09
            further-share: 0.5
            bodies:
              - {id: council, title: The council}
              - {id: nhs, title: The NHS}
            workstreams:
              - id: days
                title: Fewer hospital days
                body: nhs
                begins: 3
                reaches: 15
                cash: at once
                outcomes:
                  - {title: days saved, unit: days, target: 1200, stretch: 2400, worth: 300}
              - id: home
                title: Enablement
                body: council
                begins: 3
                reaches: 15
                cash: {older-packages-end-within: 24}
                outcomes:
                  - {title: more independent, unit: people, target: 100, stretch: 200, worth: 3600, worth-beyond: further-share}
            investments:
              - {title: team, first: 2018-09, last: 2019-02, pounds-per-month: 20000}
            """;

    private final BenefitPlan plan = BenefitPlanReader.parse("plan.yaml", PLAN);

    @Test
    void aRampGrowsEvenlyFromNothingToAll() {
        Ramp ramp = new Ramp(3, 15);
        assertThat(ramp.meanIn(3)).isZero();
        assertThat(ramp.meanIn(9)).isCloseTo(5.5 / 12, within(1e-12));
        assertThat(ramp.meanIn(16)).isCloseTo(1, within(1e-12));
    }

    @Test
    void peopleBeyondTheTargetAreWorthLess() {
        assertThat(plan.worth("council", BenefitCase.TARGET)).isEqualTo(360_000);
        assertThat(plan.worth("council", BenefitCase.STRETCH)).isEqualTo(540_000);
        assertThat(plan.worth("council", BenefitCase.MIDPOINT)).isEqualTo(450_000);
        assertThat(plan.worth("nhs", BenefitCase.STRETCH)).isEqualTo(720_000);
    }

    @Test
    void cashIsTheProgrammeBenefitWhereItComesAtOnceAndTrailsWhereOlderPackagesEndFirst() {
        BenefitForecast forecast = plan.forecast(BenefitCase.TARGET, Pace.AS_PLANNED, 6);
        assertThat(forecast.monthly("nhs", View.CASH)).isEqualTo(forecast.monthly("nhs", View.PROGRAMME));
        double[] cash = forecast.monthly("council", View.CASH);
        double[] programme = forecast.monthly("council", View.PROGRAMME);
        for (int i = 0; i < cash.length; i++) {
            assertThat(cash[i]).isLessThanOrEqualTo(programme[i] + 1e-9);
        }
        // 15 months of ramp and 24 of older packages: month 40 is the first that is settled throughout
        assertThat(cash[40]).isCloseTo(30_000, within(1e-6));
        assertThat(cash[34]).isLessThan(29_999);
    }

    @Test
    void theCashThatTheTailHoldsBackIsAThirdOfTheLongestPackage() {
        BenefitForecast forecast = plan.forecast(BenefitCase.TARGET, Pace.AS_PLANNED, 8);
        double heldBack =
                Arrays.stream(forecast.monthly("council", View.PROGRAMME)).sum()
                        - Arrays.stream(forecast.monthly("council", View.CASH)).sum();
        assertThat(heldBack).isCloseTo(24 / 3.0 * 30_000, within(1e-3));
    }

    @Test
    void yearsAddUpToTheMonths() {
        BenefitForecast forecast = plan.forecast(BenefitCase.STRETCH, Pace.AS_PLANNED, 4);
        assertThat(forecast.months()).hasSize(7 + 36).startsWith(YearMonth.of(2018, 9));
        assertThat(forecast.years()).hasSize(4).startsWith(FIRST);
        double years = forecast.years().stream()
                .mapToDouble(year -> forecast.inYear("system", View.CASH, year))
                .sum();
        assertThat(Arrays.stream(forecast.monthly("system", View.CASH)).sum()).isCloseTo(years, within(1e-6));
    }

    @Test
    void halfAsFarAndHalfAsFastReachesInTwiceTheTimeHalfOfWhatWasPlanned() {
        double[] planned =
                plan.forecast(BenefitCase.MIDPOINT, Pace.AS_PLANNED, 8).monthly("nhs", View.CASH);
        double[] half = plan.forecast(BenefitCase.MIDPOINT, Pace.HALF, 8).monthly("nhs", View.CASH);
        for (int i = 0; i < 30; i++) {
            assertThat(half[2 * i] + half[2 * i + 1]).isCloseTo(planned[i], within(1e-6));
        }
    }

    @Test
    void oneMonthOfDelayCostsTheMonthAtTheEndOfTheYearsCounted() {
        double[] months = plan.forecast(BenefitCase.TARGET, Pace.AS_PLANNED, 2).monthly("system", View.PROGRAMME);
        double cost = Delay.perMonth(plan, BenefitCase.TARGET, View.PROGRAMME, List.of(FIRST, FIRST.next()));
        assertThat(cost).isCloseTo(months[18], within(1e-6));
    }

    @Test
    void anInvestmentIsRepaidByCashAndMovesWithTheStart() {
        BenefitForecast forecast = plan.forecast(YearMonth.of(2019, 1), BenefitCase.TARGET, Pace.AS_PLANNED, 3);
        assertThat(Arrays.stream(forecast.invested()).sum()).isEqualTo(120_000);
        assertThat(forecast.invested()[0]).isEqualTo(20_000);
        assertThat(forecast.repaidIn())
                .hasValueSatisfying(month -> assertThat(month).isAfter(YearMonth.of(2019, 6)));
    }

    @Test
    void everyFaultOfAPlanIsToldWithItsLine() {
        String faulty = PLAN.replace("reaches: 15", "reaches: 2")
                .replace("body: nhs", "body: nsh")
                .replace("stretch: 200", "stretch: 20");
        assertThatThrownBy(() -> BenefitPlanReader.parse("plan.yaml", faulty))
                .isInstanceOf(FaultyDefinition.class)
                .hasMessageContaining("plan.yaml:10: the body (nsh) is not known. Maybe: one of [council, nhs]")
                .hasMessageContaining("plan.yaml:8: a ramp from month (3.0) to month (2.0) cannot grow")
                .hasMessageContaining("the stretch (20.0) of 'more independent' is below its target (100.0)");
    }

    @Test
    void aFinancialYearIsWrittenInOneWay() {
        assertThat(FinancialYear.of(YearMonth.of(2019, 3))).isEqualTo(FIRST);
        assertThat(new FinancialYear(1999)).hasToString("1999/00");
        assertThatThrownBy(() -> FinancialYear.parse("2018/20")).hasMessageContaining("(2018/20) is no financial year");
    }
}
