package uk.homeward.insight.statistics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.homeward.insight.Case;
import uk.homeward.insight.Cases;

/** The unit assertions of NHSRplotthedots' own tests (MIT, commit 050b07d), rule by rule. */
final class RuleCasesTest {

    @TestFactory
    Stream<DynamicTest> rules() {
        List<Case> cases = Cases.array("spc/ptd_unit_cases.json");
        return IntStream.range(0, cases.size())
                .mapToObj(i -> DynamicTest.dynamicTest(i + " " + cases.get(i).text("fn"), () -> check(cases.get(i))));
    }

    @TestFactory
    Stream<DynamicTest> assurance() {
        return Cases.array("spc/ptd_assurance_cases.json").stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.toString(), () -> assertThat(assuranceOf(line)).isEqualTo(line.value("expected"))));
    }

    private static @Nullable String assuranceOf(Case line) {
        Improvement improvement =
                Improvement.valueOf(line.text("improvement_direction").toUpperCase(Locale.ROOT));
        Assurance assurance = Assurance.of(improvement, line.number("lpl"), line.number("upl"), line.number("target"));
        return assurance == null ? null : assurance.label();
    }

    private static void check(Case line) {
        List<?> arguments = line.list("args");
        double[] first = Case.numbers(arguments.getFirst());
        double[] second = arguments.size() < 2 ? new double[0] : Case.numbers(arguments.get(1));
        double[] actual = switch (line.text("fn")) {
            case "ptd_seven_point_one_side_mean" -> numbers(Rules.completesRun(whole(first)));
            case "ptd_seven_point_trend" -> numbers(Rules.completesTrend(first));
            case "ptd_part_of_seven_trend" ->
                Arrays.stream(numbers(Rules.reachBack(whole(first))))
                        .map(Math::abs)
                        .toArray();
            case "ptd_two_in_three" ->
                numbers(Rules.inTwoOfThree(flags(first), Arrays.copyOf(whole(second), first.length)));
            case "ptd_part_of_two_in_three" -> numbers(Rules.closeOnes(flags(first), flags(second)));
            default -> throw new AssertionError("unknown rule " + line.text("fn"));
        };
        assertThat(actual).containsExactly(line.numbers("expected"));
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    private static boolean[] flags(double[] values) {
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values[i] != 0;
        }
        return flags;
    }

    private static double[] numbers(int[] values) {
        return Arrays.stream(values).mapToDouble(value -> value).toArray();
    }

    private static double[] numbers(boolean[] flags) {
        double[] numbers = new double[flags.length];
        for (int i = 0; i < flags.length; i++) {
            numbers[i] = flags[i] ? 1 : 0;
        }
        return numbers;
    }
}
