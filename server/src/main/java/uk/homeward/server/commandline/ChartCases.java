package uk.homeward.server.commandline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.insight.statistics.chart.Assurance;
import uk.homeward.insight.statistics.chart.ChartPoint;
import uk.homeward.insight.statistics.chart.ChartSettings;
import uk.homeward.insight.statistics.chart.ControlChart;
import uk.homeward.insight.statistics.chart.Improvement;
import uk.homeward.insight.statistics.chart.Observation;
import uk.homeward.insight.statistics.chart.Rebase;

/** Maps a JSON series to a control chart, and the chart back. Points are answered in the order of time. */
final class ChartCases {

    private ChartCases() {}

    static ObjectNode chart(CaseInput input) {
        List<LocalDate> dates =
                input.texts("dates").stream().map(ChartCases::date).toList();
        List<@Nullable Double> values = input.numbersWithGaps("values");
        if (dates.size() != values.size() || dates.isEmpty()) {
            throw new IllegalArgumentException("There are (" + dates.size() + ") dates and (" + values.size()
                    + ") values. Maybe: give one date for each value, and at least one; null stands for a gap.");
        }
        return answer(ControlChart.of(observations(input, dates, values), settings(input, dates)));
    }

    private static List<Observation> observations(
            CaseInput input, List<LocalDate> dates, List<@Nullable Double> values) {
        Set<Integer> ghosts =
                Arrays.stream(input.wholesOrNone("ghosted_at_index")).boxed().collect(Collectors.toSet());
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            observations.add(new Observation(dates.get(i), values.get(i), ghosts.contains(i)));
        }
        observations.sort(Comparator.comparing(Observation::date));
        return observations;
    }

    private static ChartSettings settings(CaseInput input, List<LocalDate> dates) {
        List<Rebase> rebases = Arrays.stream(input.wholesOrNone("rebase_at_index"))
                .mapToObj(index -> new Rebase(dateAt(dates, index), "asked for in the input"))
                .toList();
        return new ChartSettings(
                improvement(input.text("improvement_direction", "increase")),
                input.flag("screen_outliers", true),
                input.findWhole("fix_after_n_points"),
                rebases,
                input.findNumber("target"));
    }

    private static LocalDate dateAt(List<LocalDate> dates, int index) {
        if (index < 0 || index >= dates.size()) {
            throw new IllegalArgumentException("The series cannot be rebased at index (" + index + "): it has "
                    + dates.size() + " points. Maybe: the first point has index 0.");
        }
        return dates.get(index);
    }

    private static Improvement improvement(String text) {
        for (Improvement improvement : Improvement.values()) {
            if (improvement.name().toLowerCase(Locale.ROOT).equals(text)) {
                return improvement;
            }
        }
        throw new IllegalArgumentException(
                "The improvement_direction is (" + text + "). Maybe: increase, decrease or neutral was meant.");
    }

    /** A date, with or without a time of day after it. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The date (" + text + ") cannot be read. Maybe: write 2026-03-31 for 31 March 2026.", e);
        }
    }

    private static ObjectNode answer(ControlChart chart) {
        ObjectNode answer = CaseLines.object();
        each(chart, answer.putArray("rebase_group"), (array, point) -> array.add(point.period()));
        each(chart, answer.putArray("mean"), (array, point) -> CaseAnswer.add(array, point.mean()));
        each(chart, answer.putArray("lpl"), (array, point) -> CaseAnswer.add(array, point.lower()));
        each(chart, answer.putArray("upl"), (array, point) -> CaseAnswer.add(array, point.upper()));
        each(chart, answer.putArray("outside_limits"), (array, point) -> array.add(point.outside()));
        each(chart, answer.putArray("relative_to_mean"), (array, point) -> array.add(point.side()));
        each(chart, answer.putArray("close_to_limits"), (array, point) -> array.add(point.close()));
        texts(
                chart,
                answer.putArray("special_cause_type"),
                point -> point.cause().label());
        texts(chart, answer.putArray("point_type"), point -> point.variation().pointType());
        each(chart, answer.putArray("short_group_warning"), (array, point) -> array.add(point.trial()));
        answer.put("variation_icon", chart.variation().icon());
        answer.put("assurance_type", chart.assurance().map(Assurance::label).orElse(null));
        return answer;
    }

    private static void texts(ControlChart chart, ArrayNode array, Function<ChartPoint, String> text) {
        each(chart, array, (into, point) -> into.add(text.apply(point)));
    }

    private static void each(ControlChart chart, ArrayNode array, PointWriter writer) {
        chart.points().forEach(point -> writer.write(array, point));
    }

    /** Writes one property of a point. */
    private interface PointWriter {
        void write(ArrayNode array, ChartPoint point);
    }
}
