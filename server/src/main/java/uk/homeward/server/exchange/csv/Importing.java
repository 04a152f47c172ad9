package uk.homeward.server.exchange.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Fault;
import uk.homeward.journey.source.Faults;

/** Reads a table row by row: a row that cannot be used is refused with its reason, and the others go on. */
final class Importing {

    private static final int BATCH = 200;

    private final TransactionTemplate transaction;

    Importing(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Takes a table. What was reported as taken is durable.
     *
     * @param progress told how many rows are done, every now and then
     */
    Report run(RowTaker taker, String name, String text, boolean dryRun, IntConsumer progress) {
        Faults faults = new Faults();
        Csv csv = Csv.parse(name, text, faults);
        List<Report.RowFault> header = header(csv, taker);
        if (!header.isEmpty()) {
            return new Report(taker.kind(), dryRun, header, List.of());
        }
        Map<Integer, List<Fault>> byLine = faults.list().stream().collect(Collectors.groupingBy(Fault::line));
        List<CsvRow> rows = csv.rows();
        List<Report.Receipt> receipts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<CsvRow> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            receipts.addAll(java.util.Objects.requireNonNull(transaction.execute(status ->
                    batch.stream().map(row -> take(taker, row, byLine, !dryRun)).toList())));
            progress.accept(receipts.size());
        }
        return new Report(taker.kind(), dryRun, List.of(), receipts);
    }

    private static Report.Receipt take(RowTaker taker, CsvRow csv, Map<Integer, List<Fault>> byLine, boolean write) {
        Row row = new Row(csv);
        byLine.getOrDefault(csv.line(), List.of()).forEach(f -> row.fault("", f.what(), f.maybe()));
        return row.isSound() ? taker.take(row, write) : row.refused();
    }

    private static List<Report.RowFault> header(Csv csv, RowTaker taker) {
        List<Report.RowFault> faults = new ArrayList<>();
        if (csv.header().isEmpty()) {
            faults.add(new Report.RowFault("", "", "the header row is missing", "begin with " + taker.required()));
            return faults;
        }
        for (String column : taker.required()) {
            if (!csv.header().contains(column)) {
                faults.add(new Report.RowFault(
                        column, "", "the column is missing", "add it to the header and to each row"));
            }
        }
        for (String column : csv.header().stream().distinct().toList()) {
            if (!taker.required().contains(column) && !taker.optional().contains(column)) {
                faults.add(new Report.RowFault(
                        column,
                        "",
                        "the column is not known here",
                        "leave it out, or one of " + taker.required() + " and " + taker.optional()));
            } else if (csv.header().stream().filter(column::equals).count() > 1) {
                faults.add(new Report.RowFault(column, "", "the column stands twice", "keep one of them"));
            }
        }
        return faults;
    }
}
