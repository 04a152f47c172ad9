package uk.homeward.server.commandline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;
import uk.homeward.insight.measures.MeasureRow;
import uk.homeward.insight.statistics.chart.Improvement;

/** What measures answer, as sheets and words. */
final class MeasureSheets {

    private MeasureSheets() {}

    static String better(Improvement improvement) {
        return switch (improvement) {
            case INCREASE -> "higher";
            case DECREASE -> "lower";
            case NEUTRAL -> "neither";
        };
    }

    static void requireSplit(Measure measure, @Nullable String by) {
        if (by != null && !measure.splits().contains(by)) {
            throw new CommandFailure("the measure (" + measure.id() + ") cannot be split by (" + by
                    + "). Maybe: by one of " + measure.splits());
        }
    }

    static Sheet rows(MeasureResult result, List<String> notes) {
        Measure measure = result.measure();
        List<String> headings = new ArrayList<>(List.of("period"));
        if (result.by() != null) {
            headings.add(result.by());
        }
        headings.addAll(List.of("value", "lower95", "upper95", "numerator", "denominator", "n", "note"));
        Sheet sheet = Sheet.of(measure.id(), measure.title() + ", " + measure.unit(), headings.toArray(String[]::new));
        if (result.isEmpty()) {
            notes.add(measure.title() + ": no data.");
        }
        for (MeasureRow row : result.rows()) {
            sheet = sheet.with(cells(result, row));
        }
        return sheet;
    }

    private static List<Object> cells(MeasureResult result, MeasureRow row) {
        List<Object> cells = new ArrayList<>();
        cells.add(result.grain().title(row.period()));
        if (result.by() != null) {
            cells.add(row.group() == null ? "whole place" : row.group());
        }
        cells.add(known(row.value()));
        cells.add(known(row.limits().lower()));
        cells.add(known(row.limits().upper()));
        cells.add(known(row.numerator()));
        cells.add(known(row.denominator()));
        cells.add(row.n() == null ? Sheet.EMPTY : row.n());
        cells.add(row.hidden() ? "hidden: small number" : row.partial() ? "not over" : "");
        return cells;
    }

    private static Object known(@Nullable Double value) {
        return value == null || value.isNaN() ? Sheet.EMPTY : value;
    }

    static String explained(Measure measure) {
        List<String> lines = new ArrayList<>(List.of(
                measure.title(),
                "",
                "Question    " + measure.question(),
                "Definition  " + measure.definition(),
                "Source      " + measure.source(),
                "Kind        " + measure.kind().word() + ", in " + measure.unit() + "; better is "
                        + better(measure.improvement())));
        Measure.Target target = measure.target();
        if (target != null) {
            lines.add("Target      " + target.value() + " on " + target.on() + " (" + target.source() + ")");
        }
        measure.baselines()
                .forEach(b -> lines.add("Baseline    " + b.value() + " in " + b.period() + " (" + b.source() + ")"));
        lines.add("Splits      " + (measure.splits().isEmpty() ? "none" : String.join(", ", measure.splits())));
        lines.add("Hides       "
                + (measure.hideBelow() < 2 ? "nothing" : "counts from 1 to " + (measure.hideBelow() - 1)));
        lines.add("File        " + measure.file());
        lines.add("");
        lines.add(measure.sql());
        return String.join("\n", lines);
    }
}
