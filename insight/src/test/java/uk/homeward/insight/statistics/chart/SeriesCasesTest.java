package uk.homeward.insight.statistics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.homeward.insight.Case;
import uk.homeward.insight.Cases;

/** Whole series whose expected values NHSRplotthedots (MIT, commit 050b07d) produced. */
final class SeriesCasesTest {

    @TestFactory
    Stream<DynamicTest> series() {
        return Cases.lines("spc/series_cases.jsonl").stream()
                .map(line -> DynamicTest.dynamicTest(line.text("id"), () -> check(line)));
    }

    private static void check(Case line) {
        ControlChart chart = draw(line.inner("input"));
        Case expected = line.inner("expected");
        for (int i = 0; i < chart.points().size(); i++) {
            ChartPoint point = chart.points().get(i);
            assertThat(point.period()).isEqualTo(expected.at("rebase_group", i));
            same(point.mean(), expected.at("mean", i));
            same(point.lower(), expected.at("lpl", i));
            same(point.upper(), expected.at("upl", i));
            assertThat(point.trial()).isEqualTo(expected.at("short_group_warning", i));
            if (!onTheLine(point)) {
                assertThat(point.outside()).isEqualTo(expected.at("outside_limits", i));
                assertThat(point.side()).isEqualTo(expected.at("relative_to_mean", i));
                assertThat(point.close()).isEqualTo(expected.at("close_to_limits", i));
                assertThat(point.cause().label()).isEqualTo(expected.at("special_cause_type", i));
                assertThat(point.variation().pointType()).isEqualTo(expected.at("point_type", i));
            }
        }
        assertThat(chart.variation().icon()).isEqualTo(expected.value("variation_icon"));
        assertThat(chart.assurance().map(Assurance::label).orElse(null)).isEqualTo(expected.value("assurance_type"));
    }

    private static ControlChart draw(Case input) {
        List<?> dates = input.list("dates");
        double[] values = input.numbers("values");
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            observations.add(Observation.of(LocalDate.parse((String) dates.get(i)), values[i]));
        }
        List<Rebase> rebases = input.list("rebase_at_index").stream()
                .map(index -> new Rebase(LocalDate.parse((String) dates.get((Integer) index)), "case"))
                .toList();
        Number target = (Number) input.value("target");
        ChartSettings settings = new ChartSettings(
                Improvement.valueOf(input.text("improvement_direction").toUpperCase(Locale.ROOT)),
                input.flag("screen_outliers"),
                (Integer) input.value("fix_after_n_points"),
                rebases,
                target == null ? null : target.doubleValue());
        return ControlChart.of(observations, settings);
    }

    /** A value that equals a limit or the mean to the last bits may fall to either side. */
    private static boolean onTheLine(ChartPoint point) {
        Double value = point.observation().value();
        double scale = Math.max(1, Math.abs(point.mean()));
        return value != null
                && Stream.of(point.mean(), point.lower(), point.upper())
                        .anyMatch(line -> Math.abs(value - line) < 1e-9 * scale && value != point.mean());
    }

    private static void same(double actual, @Nullable Object expected) {
        if (expected == null) {
            assertThat(actual).isNaN();
        } else {
            double value = ((Number) expected).doubleValue();
            assertThat(actual).isCloseTo(value, Offset.offset(1e-9 * Math.max(1, Math.abs(value))));
        }
    }
}
