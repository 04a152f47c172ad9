package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.journey.place.Place;
import uk.homeward.server.storage.Backup;
import uk.homeward.server.storage.StorageFailure;
import uk.homeward.server.storage.Store;

/** {@code homeward backup}: copies the embedded database while it works, and restores it as of a moment. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies the embedded database while it works, and restores it as of a moment.",
        subcommands = {BackupCommand.Make.class, BackupCommand.Restore.class})
final class BackupCommand {

    /** Makes a backup. */
    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description = {
                "Copies the database and its keys into a new folder. The server goes on working; it must give out its"
                        + " log (HOMEWARD_WAL).",
                "Keep the backup as you keep the data: it holds everything, and the keys."
            })
    static final class Make implements Callable<Integer> {

        @Mixin
        private final JournalCommand.Where where = new JournalCommand.Where();

        @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new folder for this backup.")
        private Path to = Path.of("backup");

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (Store store = where.open(Place.load(where.folder))) {
                Backup.make(store.source(), where.data, to);
            } catch (StorageFailure e) {
                throw new CommandFailure(String.valueOf(e.getMessage()));
            }
            spec.commandLine().getOut().println("a backup stands in " + to);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    /** Restores one. */
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a new folder of data from a backup and the log that was given out after it.",
                "Start Homeward with --data and this folder: it plays the log up to the moment and goes on from there."
            })
    static final class Restore implements Callable<Integer> {

        @Option(names = "--from", required = true, paramLabel = "DIR", description = "The folder of the backup.")
        private Path from = Path.of("backup");

        @Option(
                names = "--log",
                required = true,
                paramLabel = "DIR",
                description = "The folder of the log, where HOMEWARD_WAL said.")
        private Path log = Path.of("wal");

        @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new folder of data.")
        private Path to = Path.of("data");

        @Option(
                names = "--until",
                paramLabel = "TIME",
                description = "The last moment to be there, such as 2026-11-29T10:15:00Z; all of the log without it.")
        private @Nullable String until;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try {
                Backup.restore(from, log, to, until == null ? null : moment(until));
            } catch (StorageFailure e) {
                throw new CommandFailure(String.valueOf(e.getMessage()));
            }
            spec.commandLine().getOut().println("start Homeward with --data " + to);
            spec.commandLine().getOut().flush();
            return 0;
        }

        private static Instant moment(String text) {
            try {
                return text.endsWith("Z")
                        ? Instant.parse(text)
                        : LocalDateTime.parse(text).toInstant(java.time.ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                throw new CommandFailure("--until (" + text + ") is no moment. Maybe: 2026-11-29T10:15:00Z");
            }
        }
    }
}
