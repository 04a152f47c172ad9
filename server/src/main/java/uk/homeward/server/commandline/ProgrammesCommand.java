package uk.homeward.server.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
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
import uk.homeward.insight.measures.MeasureBook;
import uk.homeward.insight.measures.MeasureEngine;
import uk.homeward.insight.measures.PlaceTables;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.measures.LiveMeasures;
import uk.homeward.server.programme.AsOf;
import uk.homeward.server.programme.ChangeBook;
import uk.homeward.server.programme.PlaceData;
import uk.homeward.server.programme.ProgrammePages;
import uk.homeward.server.programme.ProgrammeView;
import uk.homeward.server.storage.Store;

/** {@code homeward programmes}: the programmes and risks of a place, today or as of a day. */
@Command(
        name = "programmes",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | risks)",
        description =
                "The place's programmes and risks, with statuses from published facts. docs/programmes.md tells the"
                        + " rules.")
final class ProgrammesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What of the programmes? Maybe: homeward programmes list");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All programmes, those off track first.")
    int list(@Mixin Which which, @Mixin SheetOptions as) {
        return which.with(read -> {
            print(as, List.of(ProgrammeSheets.list(read.pages().lines(read.asOf()))), read.asOf());
            return 0;
        });
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "One programme: outcomes, milestones with the critical path, benefits, decisions, actions.")
    int show(
            @Parameters(paramLabel = "ID", description = "The programme.") String id,
            @Mixin Which which,
            @Mixin SheetOptions as) {
        return which.with(read -> {
            ProgrammeView view = read.pages()
                    .view(id, read.asOf(), false)
                    .orElseThrow(() -> new CommandFailure("there is no programme (" + id + ")"
                            + (read.asOf().isPast() ? " as of " + read.asOf().day() : "")
                            + ". Maybe: look with 'homeward programmes list'"));
            print(as, ProgrammeSheets.of(view), read.asOf());
            return 0;
        });
    }

    @Command(
            name = "risks",
            mixinStandardHelpOptions = true,
            description = "The shared register: open risks, overdue first.")
    int risks(@Mixin Which which, @Mixin SheetOptions as) {
        return which.with(read -> {
            print(
                    as,
                    List.of(ProgrammeSheets.risks(
                            read.book(), read.asOf(), read.place().zone())),
                    read.asOf());
            return 0;
        });
    }

    private void print(SheetOptions as, List<Sheet> sheets, AsOf asOf) {
        as.print(spec.commandLine().getOut(), sheets, List.of("As of " + asOf.day() + "."));
    }

    /** What a command reads. */
    record Read(Place place, ChangeBook book, ProgrammePages pages, AsOf asOf) {}

    /** Which place, journal, facts and day. */
    static final class Which {

        @Mixin
        private final JournalCommand.Where where = new JournalCommand.Where();

        @Option(names = "--as-of", paramLabel = "DATE", description = "How it stood at the end of this day.")
        private String asOf = "";

        @Option(
                names = "--facts",
                paramLabel = "DIR",
                description = "The folder of published facts (default: facts in the data folder).")
        private @Nullable Path facts;

        int with(Function<Read, Integer> command) {
            Place place = Place.load(where.folder);
            MeasureBook measures = MeasureBook.load(where.folder.resolve("measures"));
            try (Store store = where.open(place);
                    MeasureEngine engine = engine(place)) {
                StandAlone alone = where.journal(store, place);
                ChangeBook book = new ChangeBook(alone.journal()::all, place.zone(), alone.time()::instant);
                AsOf day = book.asOf(asOf);
                if (!day.fault().isEmpty()) {
                    throw new CommandFailure(day.fault());
                }
                ProgrammePages pages = new ProgrammePages(
                        book, LiveMeasures.over(measures, engine), new PlaceData(where.folder, place), place);
                return command.apply(new Read(place, book, pages, day));
            }
        }

        /** Null where nothing is published: statuses then say that there are no figures. */
        private @Nullable MeasureEngine engine(Place place) {
            Path from = facts == null ? where.data.resolve("facts") : facts;
            try {
                return Files.isDirectory(from)
                        ? MeasureEngine.open(FactFolder.open(from), PlaceTables.of(place, where.folder))
                        : null;
            } catch (PublishingFailure e) {
                return null;
            }
        }
    }
}
