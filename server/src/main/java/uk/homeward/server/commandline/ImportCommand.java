package uk.homeward.server.commandline;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.csv.Report;
import uk.homeward.server.exchange.csv.Tables;
import uk.homeward.server.exchange.csv.UnitTable;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.storage.Store;

/** {@code homeward import}: takes tables of people and capacity into the database, each row with a receipt. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a CSV table or NDJSON of FHIR resources into the place's database. Rows that cannot be used are"
                    + " told with their reason; the others are taken. The same table twice changes nothing more.",
            "Exit code 0 if every row was taken, 1 if some were refused."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int STEP = 1_000;

    /** What a table can hold. */
    enum Kind {
        PEOPLE,
        REFERRALS,
        RESOURCES,
        CAPACITY,
        HOURS,
        OUT_OF_AREA,
        PRACTICES
    }

    @Parameters(
            arity = "1..2",
            paramLabel = "[KIND] FILE",
            description = {
                "the file, in UTF-8: CSV with a header row, or NDJSON of FHIR resources (.ndjson)",
                "KIND: people, referrals, resources, capacity, hours, out-of-area, or practices (which are only"
                        + " compared); without it the file's name and header say it"
            })
    private List<String> parameters = List.of();

    @Option(names = "--refused", paramLabel = "FILE", description = "writes the refused lines there, to be mended")
    private @Nullable Path refused;

    private Path file = Path.of(".");

    @Option(names = "--dry-run", description = "only say what would become of each row")
    private boolean dryRun;

    @Mixin
    private final JournalCommand.Where where = new JournalCommand.Where();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        file = Path.of(parameters.getLast());
        String text = text();
        Kind kind = parameters.size() == 2 ? kind(parameters.getFirst()) : kind(file, text);
        Place place = Place.load(where.folder);
        try (Store store = where.open(place)) {
            Report report = report(kind, text, place, store);
            print(report);
            keep(report, text);
            return report.isWhole() ? 0 : 1;
        }
    }

    private Report report(Kind kind, String text, Place place, Store store) {
        StandAlone alone = where.journal(store, place);
        Tables tables = new Tables(
                alone.desk(),
                alone.units(),
                PersonMatching.over(alone, where.folder),
                alone.journal(),
                alone.jdbc(),
                alone.transaction(),
                alone.key(),
                place,
                Pathways.of(where.folder),
                Resources.over(alone.jdbc(), alone.key(), alone.time(), FhirContext.forR4Cached(), place));
        Tables.Sending sending = new Tables.Sending(
                Actor.system("import", place.id().value()), alone.time().instant(), false, dryRun);
        String name = file.toString();
        return switch (kind) {
            case REFERRALS -> tables.referrals(name, text, sending, this::progress);
            case RESOURCES -> tables.resources(text, sending, this::progress);
            case PEOPLE -> tables.people(name, text, sending, this::progress);
            case CAPACITY -> units(UnitTable.CAPACITY, name, text, sending, tables);
            case HOURS -> units(UnitTable.HOURS, name, text, sending, tables);
            case OUT_OF_AREA -> units(UnitTable.OUT_OF_AREA, name, text, sending, tables);
            case PRACTICES -> tables.practices(name, text, this::progress);
        };
    }

    /** Whoever works beside the server speaks for every unit. */
    private Report units(UnitTable kind, String name, String text, Tables.Sending sending, Tables tables) {
        return tables.units(kind, name, text, sending, (pool, unit) -> true, this::progress);
    }

    private Kind kind(String word) {
        try {
            return Kind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "there is no kind of table (" + word + "). Maybe: one of " + Tables.KINDS);
        }
    }

    /** What a file holds, by its name and its header. */
    static Kind kind(Path file, String text) {
        if (file.toString().endsWith(".ndjson") || text.stripLeading().startsWith("{")) {
            return Kind.RESOURCES;
        }
        List<String> header = List.of(
                text.lines().findFirst().orElse("").replace("\uFEFF", "").split("\\s*,\\s*", -1));
        if (header.contains("reference") && header.contains("family")) {
            return Kind.REFERRALS;
        }
        if (header.contains("family")) {
            return Kind.PEOPLE;
        }
        if (header.contains("unit")) {
            return header.contains("hours") ? Kind.HOURS : header.contains("where") ? Kind.OUT_OF_AREA : Kind.CAPACITY;
        }
        if (header.contains("code")) {
            return Kind.PRACTICES;
        }
        throw new CommandFailure(
                "what the file (" + file + ") holds cannot be told from its header. Maybe: say it, one of "
                        + Tables.KINDS + ", before the file");
    }

    private void keep(Report report, String text) {
        if (refused != null && report.count(Report.State.REFUSED) > 0) {
            try {
                Files.writeString(refused, report.refusedLines(text) + "\n");
            } catch (IOException e) {
                throw new CommandFailure("the refused lines cannot be written to (" + refused + "): " + e.getMessage());
            }
        }
    }

    private void progress(int rows) {
        if (rows % STEP == 0) {
            spec.commandLine().getErr().printf("%,d rows done%n", rows);
            spec.commandLine().getErr().flush();
        }
    }

    private void print(Report report) {
        var out = spec.commandLine().getOut();
        report.faults().forEach(f -> out.println(file + ": " + words(f)));
        for (Report.Receipt receipt : report.receipts()) {
            receipt.faults().forEach(f -> out.println(file + ":" + receipt.row() + ": " + words(f)));
        }
        out.printf(
                "%,d rows: %,d added, %,d changed, %,d unchanged, %,d refused%s%n",
                report.receipts().size(),
                report.count(Report.State.ADDED),
                report.count(Report.State.CHANGED),
                report.count(Report.State.UNCHANGED),
                report.count(Report.State.REFUSED),
                report.dryRun() ? "; nothing was written" : "");
        out.flush();
    }

    private static String words(Report.RowFault fault) {
        String column = fault.column().isEmpty() ? "" : "'" + fault.column() + "' ";
        String value = fault.value().isEmpty() ? "" : " (" + fault.value() + ")";
        return column + fault.what() + value + ". Maybe: " + fault.maybe();
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file (" + file + "). Maybe: check the name and the folder");
        } catch (CharacterCodingException e) {
            throw new CommandFailure("the file (" + file + ") is not UTF-8. Maybe: save it as CSV UTF-8");
        } catch (IOException e) {
            throw new CommandFailure("the file (" + file + ") cannot be read: " + e.getMessage());
        }
    }
}
