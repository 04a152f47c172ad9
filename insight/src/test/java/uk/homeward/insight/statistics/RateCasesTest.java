package uk.homeward.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.homeward.insight.Case;
import uk.homeward.insight.Cases;

/** Expected values that PHEindicatormethods (commit 093fd28) produced; relative tolerance 1e-9. */
final class RateCasesTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.lines("rates/rate_cases.jsonl").stream()
                .map(line -> DynamicTest.dynamicTest(line.text("id"), () -> check(line)));
    }

    private static void check(Case line) {
        Case input = line.inner("input");
        Case expected = line.inner("expected");
        switch (line.text("fn")) {
            case "byars" -> both(Counts.byars(input.number("x"), level(input)), expected);
            case "wilson" -> both(new Proportion(input.number("x"), input.number("n")).limits(level(input)), expected);
            case "rate" -> rate(input, expected);
            case "dsr" -> directly(input, expected);
            case "isratio" -> indirectly(input, expected);
            case "life_expectancy" -> lifeExpectancy(input, expected);
            case "sii_point" -> slope(input, expected);
            default -> throw new AssertionError("unknown kind of case " + line.text("fn"));
        }
    }

    private static void rate(Case input, Case expected) {
        CrudeRate rate = new CrudeRate(input.number("x"), input.number("n"), input.number("multiplier"));
        same(rate.value(), expected.value("value"));
        fourLimits(rate.limits(Confidence.NINETY_FIVE), rate.limits(Confidence.NINETY_NINE_POINT_EIGHT), expected);
        assertThat(rate.method().label()).isEqualTo(expected.value("method"));
    }

    private static void directly(Case input, Case expected) {
        DirectlyStandardisedRate rate = DirectlyStandardisedRate.of(
                input.numbers("counts"), input.numbers("pops"), input.numbers("stdpop"), input.number("multiplier"));
        same(rate.events(), expected.value("total_count"));
        same(rate.value(), expected.value("value"));
        fourLimits(rate.limits(Confidence.NINETY_FIVE), rate.limits(Confidence.NINETY_NINE_POINT_EIGHT), expected);
    }

    private static void indirectly(Case input, Case expected) {
        IndirectlyStandardisedRatio ratio = IndirectlyStandardisedRatio.of(
                input.numbers("counts"), input.numbers("pops"), input.numbers("ref_counts"), input.numbers("ref_pops"));
        same(ratio.observed(), expected.value("observed"));
        same(ratio.expected(), expected.value("expected"));
        same(ratio.value(), expected.value("value"));
        fourLimits(ratio.limits(Confidence.NINETY_FIVE), ratio.limits(Confidence.NINETY_NINE_POINT_EIGHT), expected);
        assertThat(ratio.method().label()).isEqualTo(expected.value("method"));
    }

    private static void lifeExpectancy(Case input, Case expected) {
        int[] ages = IntStream.of(doublesToInts(input.numbers("startage"))).toArray();
        LifeTable table = LifeTable.of(ages, input.numbers("pops"), input.numbers("deaths"));
        for (int band = 0; band < table.size(); band++) {
            Interval limits = table.limits(band, level(input));
            same(table.expectancy(band), expected.at("value", band));
            same(limits.lower(), expected.at("lower", band));
            same(limits.upper(), expected.at("upper", band));
        }
    }

    private static void slope(Case input, Case expected) {
        SlopeIndex index = SlopeIndex.of(input.numbers("pops"), input.numbers("values"), input.numbers("se"));
        same(index.slope(), expected.value("sii"));
        same(index.relative(), expected.value("rii"));
        same(index.intercept(), expected.value("intercept"));
    }

    private static int[] doublesToInts(double[] values) {
        int[] ints = new int[values.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) values[i];
        }
        return ints;
    }

    private static void fourLimits(Interval at95, Interval at998, Case expected) {
        same(at95.lower(), expected.value("lower95"));
        same(at95.upper(), expected.value("upper95"));
        same(at998.lower(), expected.value("lower998"));
        same(at998.upper(), expected.value("upper998"));
    }

    private static void both(Interval actual, Case expected) {
        same(actual.lower(), expected.value("lower"));
        same(actual.upper(), expected.value("upper"));
    }

    private static void same(double actual, @Nullable Object expected) {
        double value = Case.number(expected);
        if (Double.isNaN(value)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(value, Percentage.withPercentage(1e-7));
        }
    }

    private static Confidence level(Case input) {
        return Confidence.of(input.number("confidence"));
    }
}
