package uk.homeward.server.commandline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactStore;
import uk.homeward.insight.events.Published;
import uk.homeward.insight.events.PublishingFailure;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.measures.PlaceFacts;
import uk.homeward.server.measures.Publisher;
import uk.homeward.server.storage.DataFolder;
import uk.homeward.server.storage.Store;

/** {@code homeward export}: gives the journal away as open data. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Publishes the journal as open data.",
        subcommands = {ExportCommand.Events.class})
final class ExportCommand {

    /** Publishes events and what they come to. */
    @Command(
            name = "events",
            mixinStandardHelpOptions = true,
            description = {
                "Publishes events, journeys, clocks, delays and stays as Parquet files, people as pseudonyms.",
                "A folder that was published before goes on where it ended. docs/events.md describes every table."
            })
    static final class Events implements Callable<Integer> {

        @Mixin
        private final JournalCommand.Where where = new JournalCommand.Where();

        @Option(names = "--to", required = true, paramLabel = "DIR", description = "The folder to publish into.")
        private Path to = Path.of("facts");

        @Option(
                names = "--since",
                paramLabel = "DATE",
                description = "Leave out events that were told before this day.")
        private @Nullable LocalDate since;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Place place = Place.load(where.folder);
            try (DataFolder folder = DataFolder.open(to);
                    Store store = where.open(place);
                    FactStore facts = FactStore.open(
                            FactFolder.open(folder.path()),
                            Published.nothing(place.id().value(), place.zone(), "journal"),
                            where.pseudonyms(),
                            place)) {
                long events = publisher(place, store).publish(facts, from(place), null, this::progress);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%,d events published, %,d in all, to %s%n",
                                events, facts.published().events(), to);
                spec.commandLine().getOut().flush();
                return 0;
            } catch (PublishingFailure e) {
                throw new CommandFailure(String.valueOf(e.getMessage()));
            } catch (DataAccessException e) {
                throw new CommandFailure("the journal cannot be read: "
                        + e.getMostSpecificCause().getMessage()
                        + ". Maybe: start this place once with 'homeward serve' or 'homeward demo' of this version");
            }
        }

        private Publisher publisher(Place place, Store store) {
            return new Publisher(
                    new JdbcTemplate(store.source()), new EventCodec(), PlaceFacts.of(place, where.folder));
        }

        private @Nullable Instant from(Place place) {
            return since == null ? null : since.atStartOfDay(place.zone()).toInstant();
        }

        private void progress(long left) {
            PrintWriter err = spec.commandLine().getErr();
            err.printf("about %,d events to go%n", left);
            err.flush();
        }
    }
}
