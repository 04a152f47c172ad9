package uk.homeward.foresight.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.demand.AgeRates.Activity;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** The shipped people, rates and scenarios of Birmingham and Solihull. */
class ShippedDemandTest {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root", ".."));
    private static final Path FOLDER = ROOT.resolve("places/birmingham-solihull/demand");

    private final Population population = PopulationReader.read(FOLDER.resolve("population.csv"));
    private final AgeRates rates = AgeRates.read(FOLDER.resolve("rates.csv"));

    private DemandForecast forecast(String scenario, int runs) {
        DemandScenario read = DemandScenarioReader.read(FOLDER.resolve(scenario), population);
        return DemandForecast.of(new DemandModel(read, population, rates), runs, 2016);
    }

    @Test
    void doingNothingNeedsFourHundredAndThirtyBedsMoreBy2020() {
        List<DemandYear> years = forecast("do-nothing-2016.yaml", 1).middle();
        assertThat(years.getFirst().beds()).isCloseTo(4572, within(1e-6));
        assertThat(years.getLast().beds() - 4572).isCloseTo(430, within(0.5));
    }

    @Test
    void thePlanOf2016ImpliesNineteenPerMilleAYearOfWhichDemographyExplainsHalf() {
        List<DemandForecast.Step> steps = forecast("do-nothing-2016.yaml", 1).steps();
        ImpliedGrowth implied =
                ImpliedGrowth.of(4572, 430, steps.get(1).beds() / steps.get(0).beds(), 5);
        assertThat(implied.total()).isCloseTo(0.09405, within(5e-6));
        assertThat(implied.perYear()).isCloseTo(0.0181, within(5e-5));
        assertThat(implied.demographicPerYear()).isCloseTo(0.0095, within(1e-4));
        assertThat(implied.beyondPerYear()).isCloseTo(0.00854, within(5e-5));
    }

    @Test
    void olderPeopleGrowDemandFasterThanTheNumberOfPeople() {
        List<DemandYear> years = forecast("demand.yaml", 1).middle();
        double people = years.getLast().people() / years.getFirst().people();
        DemandForecast.Step aged = forecast("demand.yaml", 1).steps().get(1);
        assertThat(aged.beds() / years.getFirst().beds()).isGreaterThan(people);
    }

    @Test
    void theShippedPeopleAreThePublishedOnes() {
        Path published = ROOT.resolve("../shared/data/ap_population_older_all_variants_2024_2043.csv");
        assumeTrue(Files.exists(published), "left out: ../shared/data is not here");
        Faults faults = new Faults();
        int compared = 0;
        for (CsvRow row : Csv.read(published, faults).rows()) {
            int year = row.whole("year", 0);
            boolean shipped = List.of(2015, 2016, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2030, 2035, 2040, 2043)
                    .contains(year);
            boolean principal = row.optional("variant").equals(year <= 2023 ? "v0" : "v1");
            if (shipped && principal && population.areas().contains(row.optional("area"))) {
                double older = 0;
                for (Sex sex : Sex.values()) {
                    double[] ages = population.byAge(List.of(row.optional("area")), sex, year);
                    for (int age = 65; age < ages.length; age++) {
                        older += ages[age];
                    }
                }
                assertThat(older).isCloseTo(row.number("age65plus", 0), within(60.0));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(26);
    }

    /**
     * The Strategy Unit published, for Birmingham, by how many per cent demography alone raises unplanned use from 2023.
     * We hold the low-fertility variant, whose adults are those of the principal one until 2035, and whose few missing
     * 18 to 21 year-olds of 2040 hardly use hospitals. 2023 in the projection is taken as 2 x 2024 - 2025, as they do. On
     * 1,716 published rows this identity was found to hold within 1.1 percentage points.
     */
    @Test
    void demographicGrowthIsThePublishedOneWithinItsTolerance() {
        assertThat(growth(Activity.ADMISSIONS, 2035)).isCloseTo(10.435, within(1.1));
        assertThat(growth(Activity.BED_DAYS, 2035)).isCloseTo(14.6261, within(1.1));
        assertThat(growth(Activity.ADMISSIONS, 2040)).isCloseTo(14.2575, within(1.1));
        assertThat(growth(Activity.BED_DAYS, 2040)).isCloseTo(21.1034, within(1.1));
    }

    /** Between the high-population variant of 2025 and 2030 and the low-migration variant of 2040. */
    @Test
    void demographicGrowthLiesBetweenThePublishedHighAndLowVariants() {
        assertThat(growth(Activity.ADMISSIONS, 2025)).isBetween(0.5, 2.6493);
        assertThat(growth(Activity.ADMISSIONS, 2030)).isBetween(3.0, 7.6914);
        assertThat(growth(Activity.BED_DAYS, 2025)).isBetween(0.5, 3.2426);
        assertThat(growth(Activity.BED_DAYS, 2030)).isBetween(5.0, 9.6290);
        assertThat(growth(Activity.ADMISSIONS, 2040)).isGreaterThan(11.5632);
        assertThat(growth(Activity.BED_DAYS, 2040)).isGreaterThan(19.3808);
    }

    private double growth(Activity activity, int year) {
        double in2023 = 2 * need(activity, 2024) - need(activity, 2025);
        return 100 * (need(activity, year) / in2023 - 1);
    }

    private double need(Activity activity, int year) {
        double need = 0;
        for (Sex sex : Sex.values()) {
            double[] ages = population.byAge(List.of("Birmingham"), sex, year);
            for (int age = 18; age < ages.length; age++) {
                need += ages[age] * rates.at(activity, sex, age);
            }
        }
        return need;
    }
}
