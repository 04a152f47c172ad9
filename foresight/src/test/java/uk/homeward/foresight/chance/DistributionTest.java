package uk.homeward.foresight.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {

    private static final int DRAWS = 200_000;

    static Stream<Distribution> continuous() {
        return Stream.of(
                new Exponential(3),
                new Uniform(2, 5),
                new Triangular(1, 2, 6),
                LogNormal.ofMean(6.5, 6),
                LogNormal.ofMedian(4, 5),
                new Gamma(0.4, 2),
                Gamma.ofMean(5, 2),
                new Weibull(0.7, 3),
                new Weibull(2.5, 3),
                PhaseType.erlang(3, 6),
                PhaseType.coxian(List.of(1.0, 0.25), List.of(0.3)),
                new Mixture(
                        List.of(new Mixture.Part(0.3, new Exponential(1)), new Mixture.Part(0.7, new Uniform(4, 8)))),
                new Shifted(new Exponential(2), 1),
                new Truncated(LogNormal.ofMean(6.5, 6), 1, 20),
                new Truncated(new Exponential(1), 12, 14),
                Gamma.ofMean(5, 2).times(2.5));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void drawsHaveTheMomentsAndTheShapeOfTheDistribution(Distribution distribution) {
        double[] draws = draws(distribution);
        double mean = Arrays.stream(draws).average().orElseThrow();
        double sd = Math.sqrt(distribution.variance());
        assertThat(mean).isCloseTo(distribution.mean(), within(4.5 * sd / Math.sqrt(DRAWS) + 1e-3 * sd));
        double variance =
                Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(variance).isCloseTo(distribution.variance(), within(0.05 * distribution.variance()));
        assertThat(kolmogorov(draws, distribution)).isLessThan(1.95 / Math.sqrt(DRAWS)); // 0.1% level
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void whatRemainsIsTheDistributionGivenThatItLasts(Distribution distribution) {
        double elapsed = distribution.mean();
        double alive = 1 - distribution.cdf(elapsed);
        Chance chance = new Chance(7);
        int n = 20_000;
        double[] remaining = new double[n];
        for (int i = 0; i < n; i++) {
            chance.at(99, i);
            remaining[i] = elapsed + distribution.remaining(elapsed, chance);
        }
        Arrays.sort(remaining);
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double exact = (distribution.cdf(remaining[i]) - (1 - alive)) / alive;
            worst = Math.max(worst, Math.abs(exact - (i + 0.5) / n));
        }
        assertThat(worst).isLessThan(2.2 / Math.sqrt(n));
    }

    @Test
    void rareSurvivorsAreStillDrawnFromTheTail() {
        Chance chance = new Chance(1);
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            chance.at(5, i);
            sum += new Weibull(1, 1).remaining(14, chance); // one in 1.2 million lasts that long
        }
        assertThat(sum / 1000).isCloseTo(1, within(0.12));
        assertThat(new Uniform(0, 5).remaining(6, chance)).isZero();
        assertThat(new Fixed(5).remaining(2, chance)).isEqualTo(3);
    }

    @Test
    void tailsOfTheZigguratsAreAsHeavyAsTheyShouldBe() {
        Chance chance = new Chance(11);
        int n = 4_000_000;
        int far = 0;
        int farNormal = 0;
        for (int i = 0; i < n; i++) {
            far += chance.exponential() > 8 ? 1 : 0;
            farNormal += Math.abs(chance.normal()) > 3.7 ? 1 : 0;
        }
        double expected = n * Math.exp(-8);
        assertThat((double) far).isCloseTo(expected, within(4.5 * Math.sqrt(expected)));
        double expectedNormal = n * 2 * Special.normalCdf(-3.7);
        assertThat((double) farNormal).isCloseTo(expectedNormal, within(4.5 * Math.sqrt(expectedNormal)));
    }

    @Test
    void anEmpiricalDistributionGivesBackWhatWasObserved() {
        Empirical observed = new Empirical(1, 2, 2, 7);
        double[] draws = draws(observed);
        double twos = (double) Arrays.stream(draws).filter(x -> x == 2).count() / DRAWS;
        assertThat(twos).isCloseTo(0.5, within(0.006));
        assertThat(observed.mean()).isEqualTo(3);
        assertThat(observed.variance()).isEqualTo(5.5);
        assertThat(observed.cdf(2)).isEqualTo(0.75);
    }

    @Test
    void impossibleParametersAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Exponential(-1))
                .hasMessageContaining("(-1.0)")
                .hasMessageContaining("Maybe:");
        assertThatThrownBy(() -> new Triangular(3, 2, 5)).hasMessageContaining("(3.0 to 2.0)");
        assertThatThrownBy(() -> new Mixture(List.of(new Mixture.Part(0.4, new Fixed(1)))))
                .hasMessageContaining("(0.4)");
        assertThatThrownBy(() -> new Truncated(new Exponential(1), 100, 200)).hasMessageContaining("unit");
        assertThatThrownBy(() -> new PhaseType(List.of(1.0), List.of(List.of(0.0)), List.of(0.0)))
                .hasMessageContaining("never left");
        assertThatThrownBy(() -> new Fixed(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void studentQuantilesAgreeWithPrintedTables() {
        assertThat(StudentT.quantile(0.975, 1)).isCloseTo(12.7062, within(1e-3));
        assertThat(StudentT.quantile(0.975, 9)).isCloseTo(2.2622, within(1e-4));
        assertThat(StudentT.quantile(0.995, 29)).isCloseTo(2.7564, within(1e-4));
        assertThat(StudentT.quantile(0.975, 1e6)).isCloseTo(1.95997, within(1e-4));
    }

    @Test
    void aStreamDependsOnItsNameAloneAndStreamsAreUnrelated() {
        Chance chance = new Chance(1);
        chance.at(42, 7);
        double first = chance.uniform();
        chance.normal();
        chance.at(42, 7);
        assertThat(chance.uniform()).isEqualTo(first);
        int n = 100_000; // neighbours in key and in purpose must not be correlated
        double byKey = 0;
        double byPurpose = 0;
        for (int i = 0; i < n; i++) {
            byKey += centred(chance, i, 3) * centred(chance, i + 1, 3);
            byPurpose += centred(chance, 3, i) * centred(chance, 3, i + 1);
        }
        assertThat(byKey / n).isCloseTo(0, within(4.5 / 12 / Math.sqrt(n)));
        assertThat(byPurpose / n).isCloseTo(0, within(4.5 / 12 / Math.sqrt(n)));
    }

    private static double centred(Chance chance, long key, long purpose) {
        chance.at(Chance.key(5, key), purpose);
        return chance.uniform() - 0.5;
    }

    private static double[] draws(Distribution distribution) {
        Chance chance = new Chance(2026);
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            chance.at(Chance.key(1, i), 17);
            draws[i] = distribution.sample(chance);
        }
        return draws;
    }

    private static double kolmogorov(double[] draws, Distribution distribution) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double worst = 0;
        for (int i = 0; i < sorted.length; i++) {
            worst = Math.max(worst, Math.abs(distribution.cdf(sorted[i]) - (i + 0.5) / sorted.length));
        }
        return worst;
    }
}
