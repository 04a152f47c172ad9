package uk.homeward.foresight.benefits.finance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The finance tables of a place, and what they and their texts state. */
public final class FinanceBook {

    private final List<Ruled> tables;
    private final List<Statement> statements;

    record Ruled(FinanceTable table, List<TableRule> rules) {}

    FinanceBook(List<Ruled> tables, List<Statement> statements) {
        this.tables = List.copyOf(tables);
        this.statements = List.copyOf(statements);
    }

    /**
     * Reads {@code finance.yaml} and the tables it names from a folder; throws
     * {@link uk.homeward.journey.source.FaultyDefinition} with every fault.
     */
    public static FinanceBook read(Path folder) {
        return FinanceBookReader.read(folder);
    }

    public List<FinanceTable> tables() {
        return tables.stream().map(Ruled::table).toList();
    }

    public Optional<FinanceTable> findTable(String id) {
        return tables().stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** Every stated total against its parts, in the order of the files. */
    public List<FinanceCheck> checks() {
        Stream<FinanceCheck> ofTables =
                tables.stream().flatMap(ruled -> ruled.rules().stream().flatMap(rule -> rule.checks(ruled.table())));
        return Stream.concat(ofTables, statements.stream().map(Statement::check))
                .toList();
    }
}
