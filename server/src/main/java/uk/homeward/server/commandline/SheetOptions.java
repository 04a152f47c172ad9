package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options by which a command's answer is printed: for people unless asked otherwise. */
final class SheetOptions {

    @ArgGroup
    private Form form = new Form();

    static final class Form {
        @Option(names = "--json", description = "Answer with one JSON object.")
        boolean json;

        @Option(names = "--csv", description = "Answer with CSV, a title line before each table if there are several.")
        boolean csv;
    }

    void print(PrintWriter out, List<Sheet> sheets, List<String> notes) {
        SheetPrinter printer = new SheetPrinter(out);
        if (form.json) {
            printer.json(sheets, notes);
        } else if (form.csv) {
            printer.csv(sheets);
        } else {
            printer.text(sheets, notes);
        }
    }
}
