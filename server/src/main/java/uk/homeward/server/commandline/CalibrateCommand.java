package uk.homeward.server.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.foresight.calibration.Calibration;
import uk.homeward.foresight.calibration.Lives;
import uk.homeward.foresight.calibration.Overlay;
import uk.homeward.foresight.calibration.Window;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.place.Place;
import uk.homeward.server.storage.Store;

/** {@code homeward calibrate}: learns a pathway's durations, shares and arrivals from the place's own journal. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Learns durations, shares and arrivals from the journal, and tells how well they fit and what stays an assumption.",
            "docs/foresight.md tells how."
        })
public final class CalibrateCommand implements Callable<Integer> {

    @Mixin
    private final JournalCommand.Where where = new JournalCommand.Where();

    @Mixin
    private SheetOptions output = new SheetOptions();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day to learn from (default: the journal's first).")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The day after the last one (default: the journal's last).")
    private @Nullable LocalDate to;

    @Option(
            names = "--out",
            paramLabel = "FILE.yaml",
            description = "Write a scenario that plays what was learned; 'homeward simulate' takes it.")
    private @Nullable Path out;

    @Option(
            names = "--pathway",
            paramLabel = "FILE.yaml",
            description = "The pathway (default: the first one of the place's folder 'pathways').")
    private @Nullable Path pathway;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Place place = Place.load(where.folder);
        Path file = pathway == null ? CalibrationSheets.firstPathway(where.folder) : pathway;
        Calibration learned;
        try (Store store = where.open(place)) {
            Window window = window(store, place);
            Lives lives = new Lives(Pathway.load(file), window);
            new JournalLives(place.id().value(), place.zone()).readInto(lives, store.source(), window.to());
            learned = Calibration.of(lives, window.to());
        }
        CalibrationSheets sheets = new CalibrationSheets(learned);
        output.print(spec.commandLine().getOut(), sheets.all(), sheets.notes());
        write(learned, file);
        return 0;
    }

    private Window window(Store store, Place place) {
        LocalDate[] span = JournalLives.span(store.source(), place.id().value(), place.zone());
        if (span == null) {
            throw new CommandFailure("the journal holds no journey yet. Maybe: name another with --data or --database");
        }
        LocalDate first = from == null ? span[0] : from;
        LocalDate end = to == null ? span[1] : to;
        if (!first.isBefore(end)) {
            throw new CommandFailure("nothing lies between (" + first + ") and (" + end + "). Maybe: the journal holds "
                    + span[0] + " to " + span[1]);
        }
        return new Window(first, end);
    }

    private void write(Calibration learned, Path file) {
        Path target = out;
        if (target == null) {
            return;
        }
        Path folder = target.toAbsolutePath().normalize().getParent();
        String seen = folder == null
                ? file.toString()
                : folder.relativize(file.toAbsolutePath().normalize()).toString();
        try {
            Files.writeString(target, Overlay.of(learned, seen, CalibrationSheets.WARM_UP_DAYS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spec.commandLine().getErr().println("Wrote " + target + "; play it with: homeward simulate " + target);
        spec.commandLine().getErr().flush();
    }
}
