package uk.homeward.foresight.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseSampleTest {

    private static RandomGenerator chance(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Test
    void noCaseIsDrawnTwiceAndTheSeedDecides() {
        List<Integer> cases = IntStream.range(0, 100).boxed().toList();
        List<Integer> drawn = CaseSample.draw(cases, 20, chance(4));
        assertThat(drawn).hasSize(20).doesNotHaveDuplicates().isSubsetOf(cases);
        assertThat(CaseSample.draw(cases, 20, chance(4))).isEqualTo(drawn);
        assertThat(CaseSample.draw(cases, 20, chance(5))).isNotEqualTo(drawn);
    }

    @Test
    void eachCaseIsAsLikelyAsAnyOther() {
        List<Integer> cases = List.of(0, 1, 2, 3, 4);
        int[] times = new int[5];
        RandomGenerator chance = chance(1);
        for (int i = 0; i < 10_000; i++) {
            CaseSample.draw(cases, 2, chance).forEach(one -> times[one]++);
        }
        for (int one : times) {
            assertThat(one).isBetween(3800, 4200);
        }
    }

    @Test
    void aSampleLargerThanAllIsAllAndNoneIsRefused() {
        assertThat(CaseSample.draw(List.of("a", "b"), 5, chance(1))).containsExactlyInAnyOrder("a", "b");
        assertThatThrownBy(() -> CaseSample.draw(List.of("a"), 0, chance(1)))
                .hasMessageContaining("a sample of (0) cases");
    }
}
