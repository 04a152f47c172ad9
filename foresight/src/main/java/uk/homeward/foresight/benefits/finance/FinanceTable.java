package uk.homeward.foresight.benefits.finance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A table of amounts: named rows and columns, where a cell may be empty.
 *
 * @param rowHeading what the rows are, such as {@code scheme}
 * @param unit the unit of the amounts, such as {@code GBP 000}
 */
public record FinanceTable(
        String id, String title, String unit, String source, String rowHeading, List<String> columns, List<Row> rows) {

    /** The row that states the totals of the columns. */
    public static final String TOTAL = "Total";

    public FinanceTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row; {@code cells} holds only the columns that are filled. */
    public record Row(String name, Map<String, Double> cells) {

        public Row {
            cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        public OptionalDouble cell(String column) {
            Double value = cells.get(column);
            return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
        }

        boolean isTotal() {
            return name.equals(TOTAL);
        }
    }

    /** The rows without the total. */
    public List<Row> parts() {
        return rows.stream().filter(row -> !row.isTotal()).toList();
    }

    /** The sum of a column's parts, leaving out the total; an empty cell counts nothing. */
    public double sum(String column) {
        return parts().stream().mapToDouble(row -> row.cell(column).orElse(0)).sum();
    }

    Set<String> columnSet() {
        return Set.copyOf(columns);
    }
}
