package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.JournalCheck;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SealKey;
import uk.homeward.server.journal.Seals;
import uk.homeward.server.storage.Store;

/** {@code homeward journal}: looks after the store of record. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Checks the journal.",
        subcommands = {JournalCommand.Verify.class})
final class JournalCommand {

    /** Where the journal is. */
    static final class Where {

        @Option(names = "--data", description = "folder of the embedded database (default: .homeward in your home)")
        Path data = Path.of(System.getProperty("user.home"), ".homeward");

        @Option(names = "--database", description = "address of a PostgreSQL instead of the embedded one")
        @Nullable
        String database;

        @Option(names = "--place", description = "folder of the place (default: birmingham-solihull)")
        Path folder = Path.of(System.getProperty("homeward.root", ".")).resolve("places/birmingham-solihull");

        Store open(Place place) {
            return database == null
                    ? Store.embedded(data, place.schema())
                    : Store.at(
                            database,
                            System.getenv("HOMEWARD_DATABASE_USER"),
                            System.getenv("HOMEWARD_DATABASE_PASSWORD"),
                            place.schema());
        }

        SealKey key() {
            String file = System.getenv("HOMEWARD_SEAL_KEY");
            return SealKey.in(file == null ? data.resolve("seal.key") : Path.of(file));
        }
    }

    /** Checks every seal against the events it covers. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Finds any tampering with the journal. Exit code 1 if there is some.")
    static final class Verify implements Callable<Integer> {

        @Mixin
        private final Where where = new Where();

        @Override
        public Integer call() {
            Place place = Place.load(where.folder);
            try (Store store = where.open(place)) {
                Seals.Verdict verdict = JournalCheck.of(
                                new JdbcTemplate(store.source()),
                                new PlaceKey(place.id().value()),
                                where.key())
                        .check();
                verdict.tampering()
                        .forEach(t -> System.out.println(t.organisation() + ", seal " + t.seal() + ": " + t.what()));
                System.out.printf(
                        "%,d events in %,d seals, %,d not sealed yet: %s%n",
                        verdict.sealedEvents(),
                        verdict.seals(),
                        verdict.unsealedEvents(),
                        verdict.isSound() ? "sound" : "TAMPERED WITH");
                return verdict.isSound() ? 0 : 1;
            }
        }
    }
}
