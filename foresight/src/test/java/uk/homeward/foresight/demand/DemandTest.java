package uk.homeward.foresight.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandTest {

    @TempDir
    private Path folder;

    private Population population;
    private AgeRates rates;

    /** Three ages, a thousand people of each age and sex in 2020, a tenth more in 2030; the oldest need most. */
    @BeforeEach
    void aSmallPlace() throws IOException {
        StringBuilder people = new StringBuilder("area,sex,age,2020,2030\n");
        for (String sex : List.of("female", "male")) {
            for (int age = 0; age < 3; age++) {
                people.append("Here,").append(sex).append(',').append(age).append(",1000,1100\n");
            }
        }
        population = PopulationReader.read(Files.writeString(folder.resolve("people.csv"), people));
        String curve =
                "admissions,%1$s,0,0.1,s\nadmissions,%1$s,2,0.3,s\nbed-days,%1$s,0,0.5,s\nbed-days,%1$s,2,3.3,s\n";
        rates = AgeRates.read(Files.writeString(
                folder.resolve("rates.csv"),
                "activity,sex,age,rate,source\n" + curve.formatted("female") + curve.formatted("male")));
    }

    private DemandModel model(String assumptions) {
        String text = """
                title: Here
                base: 2020
                horizon: 2030
                areas: [Here]
                occupancy: 0.8
                assumptions:
                """ + assumptions;
        return new DemandModel(DemandScenarioReader.parse("here.yaml", text, population), population, rates);
    }

    private DemandYear last(String assumptions) {
        return DemandForecast.of(model(assumptions), 1, 7).middle().getLast();
    }

    @Test
    void tenThousandBedDaysAtFourFifthsNeedThirtyFourBeds() {
        assertThat(DemandYear.beds(10_000, 0.8)).isCloseTo(34.2466, within(5e-5));
    }

    @Test
    void withoutAssumptionsDemandFollowsThePeople() {
        List<DemandYear> years = DemandForecast.of(model("  []"), 1, 7).middle();
        assertThat(years).hasSize(11);
        assertThat(years.getFirst().admissions()).isCloseTo(2 * 1000 * 0.6, within(1e-9));
        assertThat(years.getFirst().bedDays()).isCloseTo(2 * 1000 * (0.5 + 1.9 + 3.3), within(1e-9));
        assertThat(years.get(5).admissions()).isCloseTo(1200 * 1.05, within(1e-9));
        assertThat(years.getLast().beds()).isCloseTo(11_400 * 1.1 / (365 * 0.8), within(1e-9));
    }

    @Test
    void growthCompoundsAndAvoidanceAndShorterStaysMultiply() {
        DemandYear year = last("""
                  - {id: g, title: g, effect: growth a year, value: 0.01, source: s}
                  - {id: a, title: a, effect: avoided admissions, value: 0.2, source: s}
                  - {id: l, title: l, effect: shorter stays, value: 0.1, source: s}
                """);
        assertThat(year.admissions()).isCloseTo(1320 * Math.pow(1.01, 10) * 0.8, within(1e-9));
        assertThat(year.bedDays()).isCloseTo(12_540 * Math.pow(1.01, 10) * 0.8 * 0.9, within(1e-9));
    }

    @Test
    void stoppingEarlierLeavesEffectsPartlyGrown() {
        DemandModel all = model("  - {id: a, title: a, effect: avoided admissions, value: 0.2, source: s}\n");
        DemandModel five = new DemandModel(all.scenario().withYears(5), population, rates);
        List<DemandYear> years = DemandForecast.of(five, 1, 7).middle();
        assertThat(years).hasSize(6);
        assertThat(years.getLast().admissions()).isCloseTo(1260 * 0.9, within(1e-9));
    }

    @Test
    void assumptionsForOlderPeopleLeaveTheYoungAlone() {
        DemandYear year =
                last("  - {id: a, title: a, effect: avoided admissions, from-age: 2, value: 0.5, source: s}\n");
        assertThat(year.admissions()).isCloseTo(1.1 * 2000 * (0.1 + 0.2 + 0.15), within(1e-9));
    }

    @Test
    void healthierPeopleNeedWhatYoungerPeopleNeedToday() {
        DemandYear year = last("  - {id: h, title: h, effect: healthier years, from-age: 1, value: 1, source: s}\n");
        assertThat(year.admissions()).isCloseTo(1.1 * 2000 * (0.1 + 0.1 + 0.2), within(1e-9));
    }

    @Test
    void theSameSeedGivesTheSameRunsAndAnotherSeedGivesOthers() {
        String doubt = "  - {id: g, title: g, effect: growth a year, range: {low: 0, high: 0.02}, source: s}\n";
        var first = DemandForecast.of(model(doubt), 50, 1).spread(DemandYear::beds);
        assertThat(DemandForecast.of(model(doubt), 50, 1).spread(DemandYear::beds))
                .isEqualTo(first);
        assertThat(DemandForecast.of(model(doubt), 50, 2).spread(DemandYear::beds))
                .isNotEqualTo(first);
    }

    @Test
    void fourRunsInFiveLieInTheIntervalOfTheBelief() {
        String doubt = "  - {id: g, title: g, effect: growth a year, range: {low: 0.01, high: 0.02}, source: s}\n";
        var last = DemandForecast.of(model(doubt), 4000, 3)
                .spread(DemandYear::admissions)
                .getLast();
        assertThat(last.tenth()).isCloseTo(1320 * Math.pow(1.01, 10), within(6.0));
        assertThat(last.ninetieth()).isCloseTo(1320 * Math.pow(1.02, 10), within(6.0));
    }

    @Test
    void thinningKeepsTheShareOnAverageWhetherFewOrMany() {
        Thinning thinning =
                Thinning.binomial(RandomGeneratorFactory.of("L64X128MixRandom").create(11));
        for (int n : new int[] {20, 5000}) {
            double sum = 0;
            double squares = 0;
            int draws = 20_000;
            for (int i = 0; i < draws; i++) {
                double left = thinning.left(n, 0.93);
                assertThat(left).isBetween(0.0, (double) n);
                sum += left;
                squares += left * left;
            }
            double mean = sum / draws;
            double variance = squares / draws - mean * mean;
            assertThat(mean).isCloseTo(0.93 * n, within(4 * Math.sqrt(n * 0.93 * 0.07 / draws) + 1e-9));
            assertThat(variance / (n * 0.93 * 0.07)).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void theTornadoPutsWhatMattersMostFirst() {
        DemandForecast forecast = DemandForecast.of(model("""
                  - {id: s, title: small, effect: shorter stays, range: {low: 0.01, high: 0.02}, source: s}
                  - {id: b, title: big, effect: growth a year, range: {low: 0.0, high: 0.03}, source: s}
                  - {id: f, title: certain, effect: growth a year, value: 0.01, source: s}
                """), 1, 1);
        assertThat(forecast.tornado()).extracting(DemandForecast.Bar::title).containsExactly("big", "small");
        assertThat(forecast.steps().getLast().beds())
                .isCloseTo(forecast.middle().getLast().beds(), within(1e-9));
    }

    @Test
    void quantilesOfTheNormalAndTriangularDistributionAreThePublishedOnes() {
        assertThat(NormalQuantile.of(0.9)).isCloseTo(1.2815515655446004, within(1e-8));
        assertThat(NormalQuantile.of(0.025)).isCloseTo(-1.959963984540054, within(1e-8));
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306167813, within(1e-8));
        assertThat(new Distribution.Triangular(0, 0.5, 1).middle()).isCloseTo(0.5, within(1e-12));
        assertThat(new Distribution.Triangular(0, 0, 1).quantile(0.75)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void faultsTellTheLineOfTheScenarioAndTheGapInThePeople() throws IOException {
        assertThatThrownBy(() -> DemandScenarioReader.parse("here.yaml", """
                title: Here
                base: 2020
                horizon: 2019
                areas: [There]
                occupancy: 1.4
                assumptions:
                  - {id: g, title: g, effect: shrinkage, range: {low: 2, high: 1}, source: s}
                """, population))
                .hasMessageContaining("here.yaml:3: the year (2019) is outside the population. Maybe: 2020 to 2030")
                .hasMessageContaining("here.yaml:4: there is no population for (There). Maybe: one of [Here]")
                .hasMessageContaining("here.yaml:5: the occupancy is no share")
                .hasMessageContaining("here.yaml:7: the effect (shrinkage) is not known")
                .hasMessageContaining("here.yaml:7: the range runs from (2.0) down to (1.0)");
        Path gap =
                Files.writeString(folder.resolve("gap.csv"), "area,sex,age,2020\nHere,female,0,5\nHere,female,2,5\n");
        assertThatThrownBy(() -> PopulationReader.read(gap))
                .hasMessageContaining("the age (1) of female people in Here is missing");
    }
}
