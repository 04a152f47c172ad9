package uk.homeward.insight.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.journey.source.Fault;

/** What the rows of a measure's SQL must have. */
final class Contract {

    private Contract() {}

    /** What is missing; empty if nothing is. */
    static Optional<Fault> fault(Measure measure, Map<String, String> columns) {
        List<String> missing = new ArrayList<>();
        need("day", columns, missing);
        need(measure.kind().takesValues() ? "value" : "numerator", columns, missing);
        if (measure.kind().needsDenominator()) {
            need("denominator", columns, missing);
        }
        measure.splits().forEach(split -> need(split, columns, missing));
        if (!missing.isEmpty()) {
            return Optional.of(new Fault(
                    measure.file(),
                    measure.sqlLine(),
                    "the SQL gives no column (" + String.join(", ", missing) + "), it gives " + columns.keySet(),
                    "name them in its select, as docs/measures.md tells"));
        }
        return "DATE".equals(columns.get("day"))
                ? Optional.empty()
                : Optional.of(new Fault(
                        measure.file(),
                        measure.sqlLine(),
                        "the column 'day' is a (" + columns.get("day") + ")",
                        "use one of the columns that end in _on, which are the place's own days"));
    }

    private static void need(String column, Map<String, String> columns, List<String> missing) {
        if (!columns.containsKey(column)) {
            missing.add(column);
        }
    }
}
