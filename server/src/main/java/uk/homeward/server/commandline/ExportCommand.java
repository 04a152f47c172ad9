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
import uk.homeward.server.access.OptedOut;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.journal.PlaceKey;
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
                "A folder that was published before goes on where it ended. docs/events.md describes every table.",
                "People who opted out of uses beyond their own care are left out; if that changed, the folder is made"
                        + " anew."
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

        @Option(
                names = "--for",
                paramLabel = "RECEIVER",
                description = {
                    "Who gets the files. Each receiver gets pseudonyms of their own, so that two receivers cannot put"
                            + " theirs together. Without it they are those of the place's own files."
                })
        private @Nullable String receiver;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            Place place = Place.load(where.folder);
            try (DataFolder folder = DataFolder.open(to);
                    Store store = where.open(place)) {
                JdbcTemplate jdbc = new JdbcTemplate(store.source());
                OptedOut.Them leftOut =
                        new OptedOut(jdbc, new PlaceKey(place.id().value())).now();
                try (FactStore facts = FactStore.open(
                        LeftOut.differs(folder.path(), leftOut)
                                ? FactFolder.openEmptied(folder.path())
                                : FactFolder.open(folder.path()),
                        Published.nothing(place.id().value(), place.zone(), "journal"),
                        receiver == null ? where.pseudonyms() : where.pseudonyms(receiver),
                        place)) {
                    LeftOut.keep(folder.path(), leftOut);
                    return publish(jdbc, place, facts, leftOut);
                }
            } catch (PublishingFailure e) {
                throw new CommandFailure(String.valueOf(e.getMessage()));
            } catch (DataAccessException e) {
                throw new CommandFailure("the journal cannot be read: "
                        + e.getMostSpecificCause().getMessage()
                        + ". Maybe: start this place once with 'homeward serve' or 'homeward demo' of this version");
            }
        }

        private int publish(JdbcTemplate jdbc, Place place, FactStore facts, OptedOut.Them leftOut) {
            long events = new Publisher(jdbc, new EventCodec(), PlaceFacts.of(place, where.folder), leftOut)
                    .publish(facts, from(place), null, this::progress);
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%,d events published, %,d in all, to %s%n",
                    events, facts.published().events(), to);
            if (!leftOut.people().isEmpty()) {
                out.printf(
                        "left out: %,d records of people who opted out%n",
                        leftOut.people().size());
            }
            out.flush();
            return 0;
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
