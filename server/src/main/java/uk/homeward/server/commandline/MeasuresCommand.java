package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.PublishingFailure;
import uk.homeward.insight.measures.BrokenMeasure;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureBook;
import uk.homeward.insight.measures.MeasureEngine;
import uk.homeward.insight.measures.PlaceTables;
import uk.homeward.insight.measures.Request;
import uk.homeward.journey.place.Place;

/** {@code homeward measures}: lists, runs and explains the place's measures. */
@Command(
        name = "measures",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | run | explain)",
        description = "The place's measures, over published facts. docs/measures.md tells how to write one.")
final class MeasuresCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of the measures? Maybe: homeward measures list");
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All measures; exit code 1 if one is at fault.")
    int list(@Mixin Book book, @Mixin SheetOptions as) {
        Sheet sheet = Sheet.of("measures", "Measures", "id", "title", "unit", "better", "target", "splits");
        for (Measure measure : book.load().measures()) {
            Measure.Target target = measure.target();
            sheet = sheet.with(
                    measure.id(),
                    measure.title(),
                    measure.unit(),
                    MeasureSheets.better(measure.improvement()),
                    target == null ? Sheet.EMPTY : target.value(),
                    String.join(" ", measure.splits()));
        }
        as.print(spec.commandLine().getOut(), List.of(sheet), List.of());
        return faults(book.load());
    }

    private int faults(MeasureBook book) {
        book.quarantined().forEach(q -> spec.commandLine().getErr().println(q.reason()));
        return book.quarantined().isEmpty() ? 0 : 1;
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {
                "Runs measures over published facts, by month unless asked otherwise.",
                "A measure at fault is told with its reason, the others go on; the exit code is then 1."
            })
    int run(
            @Parameters(paramLabel = "ID", arity = "0..*", description = "The measures; all with --all.") @Nullable
                    List<String> ids,
            @Option(names = "--all", description = "Run every measure.") boolean all,
            @Option(names = "--by", paramLabel = "SPLIT", description = "Split by this column, such as locality.")
                    @Nullable
                    String by,
            @Option(names = "--grain", paramLabel = "PERIOD", description = "day, week, month, quarter or year.")
                    @Nullable
                    Grain grain,
            @Option(names = "--from", paramLabel = "DATE", description = "The first day.") @Nullable LocalDate from,
            @Option(names = "--to", paramLabel = "DATE", description = "The day after the last.") @Nullable
                    LocalDate to,
            @Mixin Book book,
            @Mixin SheetOptions as) {
        MeasureBook measures = book.load();
        List<Measure> chosen = all ? measures.measures() : chosen(measures, ids == null ? List.of() : ids);
        Request request = new Request(grain == null ? Grain.MONTH : grain, by, from, to);
        int exit = all ? faults(measures) : 0;
        List<Sheet> sheets = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (MeasureEngine engine = book.engine()) {
            for (Measure measure : chosen) {
                try {
                    MeasureSheets.requireSplit(measure, by);
                    sheets.add(MeasureSheets.rows(engine.run(measure, request), notes));
                } catch (BrokenMeasure e) {
                    spec.commandLine().getErr().println(e.getMessage());
                    exit = 1;
                }
            }
        } catch (PublishingFailure e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
        as.print(spec.commandLine().getOut(), sheets, notes);
        return exit;
    }

    private List<Measure> chosen(MeasureBook book, List<String> ids) {
        if (ids.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Which measure? Maybe: one of homeward measures list, or --all");
        }
        return ids.stream().map(id -> find(book, id)).toList();
    }

    private static Measure find(MeasureBook book, String id) {
        return book.find(id).orElseThrow(() -> {
            String faults = book.quarantined().stream()
                    .filter(q -> q.file().equals(id + ".sql"))
                    .map(q -> q.reason())
                    .findFirst()
                    .orElse("there is no measure (" + id + "). Maybe: look with 'homeward measures list'");
            return new CommandFailure(faults);
        });
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "What a measure means: its question, definition, source, target, baselines and SQL.")
    int explain(@Parameters(paramLabel = "ID", description = "The measure.") String id, @Mixin Book book) {
        spec.commandLine().getOut().println(MeasureSheets.explained(find(book.load(), id)));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Which measures, and over which facts. */
    static final class Book {

        @Mixin
        private final JournalCommand.Where where = new JournalCommand.Where();

        @Option(
                names = "--facts",
                paramLabel = "DIR",
                description = "The folder of published facts (default: facts in the data folder).")
        private @Nullable Path facts;

        MeasureBook load() {
            return MeasureBook.load(where.folder.resolve("measures"));
        }

        MeasureEngine engine() {
            Path from = facts == null ? where.data.resolve("facts") : facts;
            if (!java.nio.file.Files.isDirectory(from)) {
                throw new CommandFailure("there is no folder of facts (" + from
                        + "). Maybe: 'homeward export events --to " + from + "' first");
            }
            return MeasureEngine.open(FactFolder.open(from), PlaceTables.of(Place.load(where.folder), where.folder));
        }
    }
}
