package uk.homeward.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

final class LifeTableTest {

    private static final int[] AGES = {0, 1, 5, 10};

    @Test
    void withoutEarlyDeathsLifeIsTheYearsBeforeTheLastBandAndItsMeanLength() {
        LifeTable table = LifeTable.of(AGES, new double[] {5000, 5000, 5000, 1000}, new double[] {0, 0, 0, 50});

        assertThat(table.expectancy(3)).isCloseTo(20, offset(1e-12)); // 1000 people-years for each 50 deaths
        assertThat(table.expectancy(0)).isCloseTo(30, offset(1e-12));
        double standardError = 20 / Math.sqrt(50);
        assertThat(table.limits(0, Confidence.NINETY_FIVE).upper())
                .isCloseTo(30 + 1.959963984540054 * standardError, offset(1e-9));
    }

    @Test
    void infantsWhoDieLiveATenthOfTheFirstYear() {
        LifeTable table = LifeTable.of(AGES, new double[] {5000, 5000, 5000, 1000}, new double[] {500, 0, 0, 50});

        double dying = 0.1 / (1 + 0.9 * 0.1);
        assertThat(table.expectancy(0)).isCloseTo(1 - dying + 0.1 * dying + (1 - dying) * 29, offset(1e-12));
    }

    @Test
    void smallPopulationsGetNone() {
        LifeTable table = LifeTable.of(AGES, new double[] {1000, 1500, 1500, 1000}, new double[] {1, 1, 1, 50});

        assertThat(table.unfit()).contains("5000 or fewer");
        assertThat(table.expectancy(0)).isNaN();
        assertThat(table.limits(0, Confidence.NINETY_FIVE).lower()).isNaN();
    }

    @Test
    void bandsThatCannotBeRightGetNoneAndSayWhy() {
        double[] people = {5000, 5000, 5000, 1000};

        assertThat(LifeTable.of(AGES, people, new double[] {0, 0, 0, 0}).unfit())
                .contains("Nobody died in the open last age band");
        assertThat(LifeTable.of(AGES, people, new double[] {0, 0, 0, 1001}).unfit())
                .contains("More people died in the age band from 10");
        assertThat(LifeTable.of(AGES, people, new double[] {0, 0, 4000, 50}).unfit())
                .contains("Nobody would outlive the age band from 5");
        assertThat(LifeTable.of(AGES, new double[] {5000, 0, 5000, 9}, new double[] {0, 0, 0, 1})
                        .unfit())
                .contains("Nobody lives in the age band from 1");
    }

    @Test
    void aMissingAgeBandIsNamed() {
        double[] four = {1, 1, 1, 1};

        assertThatThrownBy(() -> LifeTable.of(new int[] {0, 1, 10, 15}, four, four))
                .hasMessageContaining("(10) where 5 is due");
        assertThatThrownBy(() -> LifeTable.of(new int[] {1, 5, 10, 15}, four, four))
                .hasMessageContaining("the band from 0 is missing");
        assertThatThrownBy(() -> LifeTable.of(new int[] {0, 1}, four, four)).hasMessageContaining("(2) age bands");
        assertThatThrownBy(() -> LifeTable.of(AGES, new double[] {1, 1}, new double[] {1, 1}))
                .hasMessageContaining("(4) start ages and (2) populations");
    }

    @Test
    void missingDeathsAreNotTakenForNone() {
        double[] people = {5000, 5000, 5000, 1000};

        assertThatThrownBy(() -> LifeTable.of(AGES, people, new double[] {0, Double.NaN, 0, 50}))
                .hasMessageContaining("number of deaths of band 2");
    }
}
