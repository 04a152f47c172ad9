package uk.homeward.foresight.benefits.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.foresight.benefits.finance.FinanceCheck.Part;
import uk.homeward.foresight.benefits.finance.FinanceTable.Row;

/** A rule that a table states about itself: which cell should follow from which others. */
sealed interface TableRule {

    /** One check for each cell that the rule can be held against; a row whose stated cell, or all of whose terms, are empty gives none. */
    Stream<FinanceCheck> checks(FinanceTable table);

    /** The columns that the rule names. */
    List<String> columns();

    /** In each row, the stated column is the sum of others; a term that begins with a minus sign is taken away. */
    record EachRow(String stated, List<String> terms, int decimals) implements TableRule {

        public EachRow {
            terms = List.copyOf(terms);
        }

        @Override
        public Stream<FinanceCheck> checks(FinanceTable table) {
            return table.rows().stream()
                    .filter(this::hasTerms)
                    .flatMap(row -> row.cell(stated).stream().mapToObj(total -> {
                        List<Part> parts =
                                terms.stream().map(term -> part(row, term)).toList();
                        return Checks.of(table, row.name() + ": " + stated, parts, sum(parts), total, decimals);
                    }));
        }

        private boolean hasTerms(Row row) {
            return terms.stream().anyMatch(term -> row.cell(column(term)).isPresent());
        }

        private static Part part(Row row, String term) {
            String column = column(term);
            double value = row.cell(column).orElse(0);
            return new Part(column, term.startsWith("-") ? -value : value);
        }

        private static String column(String term) {
            return term.startsWith("-") ? term.substring(1).strip() : term;
        }

        @Override
        public List<String> columns() {
            return Stream.concat(Stream.of(stated), terms.stream().map(EachRow::column))
                    .toList();
        }
    }

    /** In each of these columns, the total row is the sum of all others. */
    record EachColumn(List<String> columns, int decimals) implements TableRule {

        public EachColumn {
            columns = List.copyOf(columns);
        }

        @Override
        public Stream<FinanceCheck> checks(FinanceTable table) {
            return columns.stream().flatMap(column -> check(table, column).stream());
        }

        private Optional<FinanceCheck> check(FinanceTable table, String column) {
            Optional<Row> total = table.rows().stream().filter(Row::isTotal).findFirst();
            List<Part> parts = new ArrayList<>();
            table.parts().forEach(row -> row.cell(column).ifPresent(value -> parts.add(new Part(row.name(), value))));
            return total.filter(row -> row.cell(column).isPresent())
                    .map(row -> Checks.of(
                            table,
                            "total of " + column,
                            parts,
                            sum(parts),
                            row.cell(column).getAsDouble(),
                            decimals));
        }
    }

    /** In each row, the stated column is 100 x part / whole; where {@code whole} is {@code Total}, of the total row. */
    record Share(String stated, String part, String whole, int decimals) implements TableRule {

        @Override
        public Stream<FinanceCheck> checks(FinanceTable table) {
            return table.rows().stream()
                    .flatMap(row -> row.cell(stated).stream().mapToObj(share -> {
                        Part top = new Part(part, row.cell(part).orElse(0));
                        Part bottom = new Part(whole, whole(table, row));
                        double computed = 100 * top.value() / bottom.value();
                        return Checks.of(
                                table,
                                row.name() + ": " + stated,
                                List.of(top, bottom),
                                computed,
                                share,
                                decimals,
                                "%");
                    }));
        }

        private double whole(FinanceTable table, Row row) {
            return whole.equals(FinanceTable.TOTAL)
                    ? table.sum(part)
                    : row.cell(whole).orElse(0);
        }

        @Override
        public List<String> columns() {
            return whole.equals(FinanceTable.TOTAL) ? List.of(stated, part) : List.of(stated, part, whole);
        }
    }

    /** In each row, the stated column is the change from one column to another in per cent. */
    record Change(String stated, String from, String to, int decimals) implements TableRule {

        @Override
        public Stream<FinanceCheck> checks(FinanceTable table) {
            return table.rows().stream()
                    .flatMap(row -> row.cell(stated).stream().mapToObj(change -> {
                        Part before = new Part(from, row.cell(from).orElse(0));
                        Part after = new Part(to, row.cell(to).orElse(0));
                        double computed = 100 * (after.value() / before.value() - 1);
                        return Checks.of(
                                table,
                                row.name() + ": " + stated,
                                List.of(before, after),
                                computed,
                                change,
                                decimals,
                                "%");
                    }));
        }

        @Override
        public List<String> columns() {
            return List.of(stated, from, to);
        }
    }

    private static double sum(List<Part> parts) {
        return parts.stream().mapToDouble(Part::value).sum();
    }
}
