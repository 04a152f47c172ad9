package uk.homeward.server.commandline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.place.Place;
import uk.homeward.server.exchange.csv.Report;
import uk.homeward.server.exchange.csv.Tables;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.storage.Store;

/** {@code homeward import}: takes tables of people and capacity into the database, each row with a receipt. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a CSV table into the place's database. Rows that cannot be used are told with their reason; the"
                    + " others are taken. The same table twice changes nothing more.",
            "Exit code 0 if every row was taken, 1 if some were refused."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int STEP = 1_000;

    /** What a table can hold. */
    enum Kind {
        PEOPLE,
        CAPACITY,
        HOURS,
        PRACTICES
    }

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "people, capacity, hours, or practices (which are only compared)")
    private Kind kind = Kind.PEOPLE;

    @Parameters(index = "1", paramLabel = "FILE", description = "the table: CSV in UTF-8 with a header row")
    private Path file = Path.of(".");

    @Option(names = "--dry-run", description = "only say what would become of each row")
    private boolean dryRun;

    @Mixin
    private final JournalCommand.Where where = new JournalCommand.Where();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        String text = text();
        Place place = Place.load(where.folder);
        try (Store store = where.open(place)) {
            Report report = report(text, place, store);
            print(report);
            return report.isWhole() ? 0 : 1;
        }
    }

    private Report report(String text, Place place, Store store) {
        StandAlone alone = where.journal(store, place);
        Tables tables = new Tables(
                alone.desk(),
                alone.units(),
                PersonMatching.over(alone, where.folder),
                alone.journal(),
                alone.jdbc(),
                alone.transaction(),
                alone.key(),
                place);
        Tables.Sending sending = new Tables.Sending(
                Actor.system("import", place.id().value()), alone.time().instant(), false, dryRun);
        String name = file.toString();
        return switch (kind) {
            case PEOPLE -> tables.people(name, text, sending, this::progress);
            case CAPACITY -> tables.capacity(name, text, sending, (pool, unit) -> true, this::progress);
            case HOURS -> tables.hours(name, text, sending, (pool, unit) -> true, this::progress);
            case PRACTICES -> tables.practices(name, text, this::progress);
        };
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
