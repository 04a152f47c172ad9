package uk.homeward.foresight.benefits.finance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.homeward.foresight.benefits.finance.FinanceCheck.Part;
import uk.homeward.foresight.benefits.finance.FinanceTable.Row;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads a {@link FinanceBook}; the format stands in {@code docs/benefits.md}. */
final class FinanceBookReader {

    private final Path folder;
    private final Faults faults = new Faults();
    private final Set<String> ids = new HashSet<>();

    private FinanceBookReader(Path folder) {
        this.folder = folder;
    }

    static FinanceBook read(Path folder) {
        FinanceBookReader reader = new FinanceBookReader(folder);
        Yaml yaml = Yaml.read(folder.resolve("finance.yaml"), reader.faults);
        yaml.allow("tables", "statements");
        FinanceBook book = new FinanceBook(
                yaml.get("tables").items().stream().map(reader::ruled).toList(),
                yaml.optional("statements").items().stream()
                        .map(reader::statement)
                        .toList());
        reader.faults.throwIfAny();
        return book;
    }

    private FinanceBook.Ruled ruled(Yaml yaml) {
        yaml.allow("id", "title", "unit", "source", "file", "checks");
        String id = yaml.get("id").text();
        if (!ids.add(id)) {
            yaml.fault("the table (" + id + ") stands twice", "give each its own id");
        }
        Csv csv = Csv.read(folder.resolve(yaml.get("file").text()), faults);
        List<String> header = csv.header();
        FinanceTable table = new FinanceTable(
                id,
                yaml.get("title").text(),
                yaml.get("unit").text(),
                yaml.get("source").text(),
                header.isEmpty() ? "" : header.getFirst(),
                header.stream().skip(1).toList(),
                csv.rows().stream().map(row -> row(row, header)).toList());
        List<TableRule> rules = yaml.optional("checks").items().stream()
                .map(rule -> rule(rule, table))
                .toList();
        return new FinanceBook.Ruled(table, rules);
    }

    private static Row row(CsvRow row, List<String> header) {
        Map<String, Double> cells = new LinkedHashMap<>();
        header.stream()
                .skip(1)
                .filter(column -> !row.isBlank(column))
                .forEach(column -> cells.put(column, row.number(column, -1e15)));
        return new Row(row.text(header.getFirst()), cells);
    }

    private TableRule rule(Yaml yaml, FinanceTable table) {
        yaml.allow("stated", "sum-of", "total-of", "share-of", "whole", "change-from", "to", "decimals");
        int decimals = yaml.whole("decimals", 0);
        TableRule rule;
        if (yaml.has("total-of")) {
            rule = new TableRule.EachColumn(yaml.texts("total-of"), decimals);
        } else {
            String stated = yaml.get("stated").text();
            if (yaml.has("share-of")) {
                rule = new TableRule.Share(
                        stated, yaml.get("share-of").text(), yaml.get("whole").text(), decimals);
            } else if (yaml.has("change-from")) {
                rule = new TableRule.Change(
                        stated, yaml.get("change-from").text(), yaml.get("to").text(), decimals);
            } else {
                yaml.get("sum-of");
                rule = new TableRule.EachRow(stated, yaml.texts("sum-of"), decimals);
            }
        }
        List<String> unknown = new ArrayList<>(rule.columns());
        unknown.removeAll(table.columnSet());
        unknown.forEach(column -> yaml.fault("the table has no column (" + column + ")", "one of " + table.columns()));
        return rule;
    }

    private Statement statement(Yaml yaml) {
        yaml.allow(
                "table",
                "what",
                "sum",
                "product",
                "share",
                "stated",
                "unit",
                "decimals",
                "inputs-within",
                "note",
                "source");
        Statement.How how =
                yaml.has("sum") ? Statement.How.SUM : yaml.has("product") ? Statement.How.PRODUCT : Statement.How.SHARE;
        Yaml parts = yaml.get(how.name().toLowerCase(java.util.Locale.ROOT));
        List<Part> read = new ArrayList<>();
        parts.entries().forEach((name, value) -> read.add(new Part(name, value.number())));
        if (how == Statement.How.SHARE && (read.size() != 2 || read.get(1).value() == 0)) {
            yaml.fault("a share needs two numbers, the second not 0", "write share: {part: 1, whole: 4}");
            read.clear();
            read.add(new Part("part", 0));
            read.add(new Part("whole", 1));
        }
        return new Statement(
                yaml.get("table").text(),
                yaml.get("what").text(),
                how,
                read,
                yaml.get("stated").number(),
                yaml.get("unit").text(),
                yaml.whole("decimals", 0),
                yaml.number("inputs-within", 0),
                yaml.text("note", ""),
                yaml.get("source").text());
    }
}
