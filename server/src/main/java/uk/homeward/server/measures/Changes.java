package uk.homeward.server.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.statistics.chart.Rebase;

/**
 * What changed lately, in sentences that come from special causes alone.
 *
 * @param steady measures whose last week chance explains
 * @param silent measures without a figure for a week
 */
public record Changes(List<Line> concerns, List<Line> improvements, List<Line> others, int steady, int silent) {

    public Changes {
        concerns = List.copyOf(concerns);
        improvements = List.copyOf(improvements);
        others = List.copyOf(others);
    }

    /** One sentence and the measure that it is about. */
    public record Line(Measure measure, @Nullable String locality, String sentence) {}

    /** Of the last whole week, for the place and for each locality. */
    static Changes of(Shelf shelf, Map<String, List<Rebase>> rebases, GroupTitles titles) {
        List<Line> concerns = new ArrayList<>();
        List<Line> improvements = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        int steady = 0;
        int silent = 0;
        for (Measure measure : shelf.measures()) {
            @Nullable String by = measure.splits().contains("locality") ? "locality" : null;
            Optional<MeasureResult> result = shelf.result(measure, by, Grain.WEEK);
            List<Reading> readings = result.map(r -> readings(r, rebases.getOrDefault(measure.id(), List.of())))
                    .orElse(List.of());
            if (readings.isEmpty() || readings.getFirst().last().isEmpty()) {
                silent++;
                continue;
            }
            int before = concerns.size() + improvements.size() + others.size();
            for (Reading reading : readings) {
                reading.sentence(titles.of(by, reading.group()))
                        .ifPresent(s -> list(reading, concerns, improvements, others)
                                .add(new Line(measure, reading.group(), s)));
            }
            steady += concerns.size() + improvements.size() + others.size() == before ? 1 : 0;
        }
        return new Changes(concerns, improvements, others, steady, silent);
    }

    private static List<Reading> readings(MeasureResult result, List<Rebase> rebases) {
        List<Reading> all = new ArrayList<>();
        all.add(new Reading(result, null, rebases));
        result.groups().stream()
                .filter(g -> !g.equals("not known"))
                .forEach(g -> all.add(new Reading(result, g, rebases)));
        return all;
    }

    private static List<Line> list(Reading reading, List<Line> concerns, List<Line> improvements, List<Line> others) {
        return switch (reading.meaning()) {
            case "concern" -> concerns;
            case "improvement" -> improvements;
            default -> others;
        };
    }
}
