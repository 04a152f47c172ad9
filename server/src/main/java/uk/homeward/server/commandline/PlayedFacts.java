package uk.homeward.server.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.pathway.PlayedEvent;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactStore;
import uk.homeward.insight.events.PersonFacts;
import uk.homeward.insight.events.Pseudonyms;
import uk.homeward.insight.events.Published;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.place.Place;

/**
 * Simulated events, published in the same tables as a journal's: into a folder, or only the events into one Parquet file.
 * A simulation has no clock changes: its local times are told as UTC.
 */
public final class PlayedFacts implements AutoCloseable {

    private static final int BATCH = 250_000;
    private static final Actor SIMULATOR = Actor.system("simulation", "simulation");

    private final Path to;
    private final FactFolder folder;
    private final FactStore store;
    private final Pathway pathway;
    private final Calendar calendar;
    private final Map<String, List<Recorded<JourneyEvent>>> open = new LinkedHashMap<>();
    private Instant last = Instant.EPOCH;
    private long position;

    private PlayedFacts(Path to, Pathway pathway, Calendar calendar, FactFolder folder, FactStore store) {
        this.to = to;
        this.pathway = pathway;
        this.calendar = calendar;
        this.folder = folder;
        this.store = store;
    }

    /** Publishes into a folder, or a file if the name ends in {@code .parquet}. What was there is replaced. */
    public static PlayedFacts to(Path to, Pathway pathway, @Nullable Place place) {
        try {
            Path path = isFile(to) ? Files.createTempDirectory("homeward-played") : to;
            if (!isFile(to)) {
                requireOurs(path);
                delete(path);
            }
            FactFolder folder = FactFolder.open(path);
            ZoneId zone = ZoneOffset.UTC;
            String name = place == null ? "simulation" : place.id().value();
            FactStore store = FactStore.open(
                    folder, Published.nothing(name, zone, "simulation"), Pseudonyms.ofSimulation(), place);
            return new PlayedFacts(to, pathway, new Calendar(zone, Set.of()), folder, store);
        } catch (IOException e) {
            throw new CommandFailure("the events cannot be written to (" + to + "): " + e.getMessage()
                    + ". Maybe: check the folder and the room on the disk");
        }
    }

    private static boolean isFile(Path to) {
        return to.toString().endsWith(".parquet");
    }

    /** Refuses to replace anything but a simulation. */
    private static void requireOurs(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        boolean published = Files.exists(folder.resolve("published.txt"));
        boolean simulated = published
                && FactFolder.open(folder)
                        .published()
                        .map(p -> p.source().equals("simulation"))
                        .orElse(false);
        try (Stream<Path> files = Files.list(folder)) {
            if (!simulated && files.findAny().isPresent()) {
                throw new CommandFailure("the folder (" + folder
                        + ") holds something that is no simulation. Maybe: choose a folder of its own");
            }
        }
    }

    /** Takes the next event; they come in the order of time. */
    public void add(PlayedEvent played) {
        Instant at = played.at().toInstant(ZoneOffset.UTC);
        List<Recorded<JourneyEvent>> told = open.computeIfAbsent(played.journey(), id -> new ArrayList<>());
        Recorded<JourneyEvent> event =
                new Recorded<>(Subject.journey(played.journey()), told.size() + 1, at, at, SIMULATOR, played.event());
        told.add(event);
        store.event(++position, event);
        last = at;
        if (played.event() instanceof JourneyEvent.JourneyEnded
                || played.event() instanceof JourneyEvent.ReferralDeclined) {
            journey(open.remove(played.journey()));
        }
        if (store.waiting() >= BATCH) {
            commit();
        }
    }

    private void journey(@Nullable List<Recorded<JourneyEvent>> told) {
        if (told != null && told.getFirst().event() instanceof JourneyEvent.JourneyOpened opened) {
            Journey journey = Journey.of(pathway, calendar, told);
            store.journey(journey, told.getFirst().occurredAt(), PersonFacts.unknown(opened.person()));
        }
    }

    private void commit() {
        store.commit(store.published().after(Long.toString(position), 0, last));
    }

    /** Ends the writing; journeys that still go on are written as they stand. */
    public void finish() {
        open.values().forEach(this::journey);
        commit();
        if (isFile(to)) {
            copyEvents();
        }
    }

    private void copyEvents() {
        String files =
                folder.path().resolve("events").resolve("*.parquet").toString().replace("'", "''");
        String target = to.toAbsolutePath().toString().replace("'", "''");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (FROM read_parquet('" + files + "') ORDER BY position) TO '" + target + "' (FORMAT parquet)");
        } catch (SQLException e) {
            throw new CommandFailure("the events could not be written to (" + to + "): " + e.getMessage()
                    + ". Maybe: check the folder and the room on the disk");
        }
    }

    @Override
    public void close() {
        store.close();
        if (isFile(to)) {
            delete(folder.path());
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
