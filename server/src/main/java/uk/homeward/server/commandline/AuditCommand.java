package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Chain;
import uk.homeward.server.journal.Heads;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.storage.Store;

/** {@code homeward audit}: proves who looked at whose record. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Checks the list of who looked at whose record, and gives out its signed heads.",
        subcommands = {AuditCommand.Verify.class, AuditCommand.GiveOut.class})
final class AuditCommand {

    /** Checks the list of looks. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Finds the row that was edited, deleted or put in. Exit code 1 if there is one.")
    static final class Verify extends ChainVerification {

        Verify() {
            super(Chain.ACCESS, "looks");
        }
    }

    /** Gives out the heads of all chains. */
    @Command(
            name = "heads",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the signed heads of the journal and of the list of looks, for each organisation. A running"
                        + " server does so every day.",
                "Keep them where nobody of the server's operators can change them, and check them with verify --heads."
            })
    static final class GiveOut implements Callable<Integer> {

        @Mixin
        private final JournalCommand.Where where = new JournalCommand.Where();

        @Option(
                names = "--to",
                required = true,
                paramLabel = "FILE",
                description = "The file to write, ending in .csv.")
        private Path to = Path.of("heads.csv");

        @Override
        public Integer call() {
            Place place = Place.load(where.folder);
            try (Store store = where.open(place)) {
                Heads.of(
                                new JdbcTemplate(store.source()),
                                new PlaceKey(place.id().value()),
                                where.key())
                        .write(to);
            }
            return 0;
        }
    }
}
