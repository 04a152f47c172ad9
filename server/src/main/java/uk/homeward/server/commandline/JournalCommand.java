package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.insight.events.Pseudonyms;
import uk.homeward.journey.place.Place;
import uk.homeward.server.Projections;
import uk.homeward.server.journal.Chain;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.Rebuild;
import uk.homeward.server.journal.SealKey;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.measures.PseudonymKey;
import uk.homeward.server.storage.Store;
import uk.homeward.server.time.PlaceTime;

/** {@code homeward journal}: looks after the store of record. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Checks the journal, and what is made from it.",
        subcommands = {JournalCommand.Verify.class, JournalCommand.Rebuilding.class})
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

        /** The journal of the place, with the rules and projections of a running server. */
        StandAlone journal(Store store, Place place) {
            Instant now = now(new JdbcTemplate(store.source()));
            return StandAlone.over(
                    store.source(), place, Pathways.of(folder), PlaceTime.from(now, 1), Projections::over);
        }

        /** The place's time: a demo's runs ahead of the real one. */
        private static Instant now(JdbcTemplate jdbc) {
            Instant real = PlaceTime.real().instant();
            try {
                OffsetDateTime last = jdbc.queryForObject("select max(recorded_at) from event", OffsetDateTime.class);
                return last == null || last.toInstant().isBefore(real) ? real : last.toInstant();
            } catch (DataAccessException e) {
                throw new CommandFailure(
                        "the database has no place in it yet. Maybe: start it once with 'homeward serve' or 'homeward"
                                + " demo'");
            }
        }

        /** The place's key of pseudonyms, the same that its server uses. */
        Pseudonyms pseudonyms() {
            String file = System.getenv("HOMEWARD_PSEUDONYM_KEY");
            return PseudonymKey.in(file == null ? data.resolve("pseudonym.key") : Path.of(file));
        }

        /** Keys of pseudonyms for one receiver, made from the place's, from which nobody gets back to it. */
        Pseudonyms pseudonyms(String receiver) {
            return pseudonyms().ofReceiver(receiver);
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
    static final class Verify extends ChainVerification {

        Verify() {
            super(Chain.JOURNAL, "events");
        }
    }

    /** Makes the projections anew and compares them with those that stand. */
    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = {
                "Makes everything that pages show anew from the journal alone, compares it with what stands, and puts"
                        + " right what differs. A running server waits with writing meanwhile.",
                "Exit code 0 if nothing differed, 1 if something did."
            })
    static final class Rebuilding implements Callable<Integer> {

        @Mixin
        private final Where where = new Where();

        @Option(names = "--check", description = "only compare: change nothing, and let a running server go on")
        private boolean check;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Place place = Place.load(where.folder);
            try (Store store = where.open(place)) {
                Rebuild rebuild = where.journal(store, place).rebuild();
                Rebuild.Outcome outcome = check ? rebuild.check(this::progress) : rebuild.mend(this::progress);
                print(outcome);
                return outcome.agrees() ? 0 : 1;
            }
        }

        private void progress(long events) {
            spec.commandLine().getErr().printf("%,d events read%n", events);
            spec.commandLine().getErr().flush();
        }

        private void print(Rebuild.Outcome outcome) {
            PrintWriter out = spec.commandLine().getOut();
            for (Rebuild.Compared table : outcome.tables()) {
                out.printf("%-12s %,10d rows  %s%n", table.table(), table.rows(), words(table));
                table.examples().forEach(key -> out.printf("    %s%n", key));
            }
            String end = outcome.agrees()
                    ? "what stands is what the events say"
                    : check
                            ? "NOT what the events say; nothing was changed"
                            : "was NOT what the events say, and is now";
            out.printf("%,d events: %s%n", outcome.events(), end);
            out.flush();
        }

        private static String words(Rebuild.Compared table) {
            return table.agrees()
                    ? "agree"
                    : "%,d lacking, %,d too many, %,d different, such as"
                            .formatted(table.lacking(), table.surplus(), table.different());
        }
    }
}
