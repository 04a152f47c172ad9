package uk.homeward.server.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.foresight.benefits.PrintedFigures;
import uk.homeward.foresight.benefits.finance.FinanceBook;
import uk.homeward.foresight.benefits.finance.FinanceCheck;
import uk.homeward.foresight.benefits.finance.PrintedSums;
import uk.homeward.foresight.benefits.payment.ContractReader;
import uk.homeward.foresight.benefits.payment.Settlement;

/** {@code homeward finance}: the finance tables of a place, and every stated total against its parts. */
@Command(
        name = "finance",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "check|show|payment",
        description = "Tells a place's finance tables, and holds every stated total against its parts.")
public final class FinanceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one? Maybe: homeward finance check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Every stated total against its parts; disagreements only, unless --all is given.")
    int check(
            @Mixin PlaceOption place,
            @Mixin SheetOptions output,
            @Option(names = "--all", description = "Show those that agree too.") boolean all) {
        Path folder = place.folder("benefits");
        List<FinanceCheck> checks = new ArrayList<>(book(folder).checks());
        if (Files.exists(folder.resolve("printed.csv"))) {
            checks.addAll(PrintedSums.of(PrintedFigures.read(folder.resolve("printed.csv"))));
        }
        List<FinanceCheck> shown =
                checks.stream().filter(one -> all || !one.agrees()).toList();
        long disagree = checks.stream().filter(one -> !one.agrees()).count();
        output.print(
                spec.commandLine().getOut(),
                List.of(FinanceSheets.checks(shown)),
                List.of(checks.size() + " stated figures were held against their parts; " + disagree + " disagree."));
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one table with what follows from it, or lists the tables.")
    int show(
            @Mixin PlaceOption place,
            @Mixin SheetOptions output,
            @Parameters(arity = "0..1", paramLabel = "TABLE", description = "A table's id, such as births.")
                    String table) {
        FinanceBook book = book(place.folder("benefits"));
        List<Sheet> sheets = table == null
                ? List.of(FinanceSheets.list(book.tables()))
                : FinanceSheets.table(book.findTable(table)
                        .orElseThrow(() -> new CommandFailure(
                                "there is no table (" + table + "). Maybe: run 'homeward finance show' for the list")));
        output.print(spec.commandLine().getOut(), sheets, List.of());
        return 0;
    }

    @Command(
            name = "payment",
            mixinStandardHelpOptions = true,
            description = "Who gains and who loses under the ways of payment of a contract.")
    int payment(
            @Mixin PlaceOption place,
            @Mixin SheetOptions output,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "FILE",
                            description = "A contract; default: the place's payment.yaml.")
                    Path file) {
        Path contract = file == null ? place.folder("benefits").resolve("payment.yaml") : file;
        Settlement settlement = Settlement.of(ContractReader.read(contract));
        output.print(spec.commandLine().getOut(), List.of(FinanceSheets.settlement(settlement)), List.of());
        return 0;
    }

    private static FinanceBook book(Path folder) {
        return FinanceBook.read(folder.resolve("finance"));
    }
}
