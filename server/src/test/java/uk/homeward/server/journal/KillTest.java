package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;
import uk.homeward.server.Projections;
import uk.homeward.server.storage.Store;
import uk.homeward.server.time.PlaceTime;

/**
 * Kills the server, or its database with all its processes, at random moments while commands are told, twenty times over
 * on the same folder. What was acknowledged is there, nothing is there by half, and the journal is sound.
 */
class KillTest {

    private static final int ROUNDS = 20;
    private static final int MOST_WAIT_S = 120;

    @TempDir
    Path folder;

    @Test
    void loses_nothing_that_was_acknowledged() throws Exception {
        Random moment = new Random(20_261_123);
        for (int round = 1; round <= ROUNDS; round++) {
            killed(round, moment.nextInt(900), round % 2 == 0, false);
            if (round % 5 == 0) {
                try (ConfigurableApplicationContext context = CommandLoad.start(data())) {
                    assertThat(lost(context)).as("lost after round %d", round).isEmpty();
                    assertThat(halves(context))
                            .as("halves after round %d", round)
                            .isEmpty();
                    context.getBean(Seals.class)
                            .seal(context.getBean(PlaceTime.class).instant());
                    assertThat(context.getBean(JournalCheck.class)
                                    .check(Chain.JOURNAL)
                                    .tampering())
                            .isEmpty();
                    assertThat(rebuilt(context).tables()).allMatch(Rebuild.Compared::agrees);
                }
            }
        }
        assertThat(acknowledged()).hasSizeGreaterThan(100);
    }

    /** The test above can fail: with durability switched off, the same killing does lose acknowledged commands. */
    @Test
    void would_see_a_loss_if_there_were_one() throws Exception {
        int lost = 0;
        for (int round = 1; round <= 5 && lost == 0; round++) {
            killed(round, 700, true, true);
            makeDurableAgain();
            try (ConfigurableApplicationContext context = CommandLoad.start(data())) {
                lost = lost(context).size();
            }
        }
        assertThat(lost).isPositive();
    }

    /** The server refuses a role whose commits are not durable, so the check begins by mending that. */
    private void makeDurableAgain() {
        try (Store store = Store.embedded(data(), "birmingham_solihull")) {
            new JdbcTemplate(store.source()).execute("alter role homeward_app reset synchronous_commit");
        }
    }

    private void killed(int round, int afterMs, boolean database, boolean weak) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dhomeward.root=" + System.getProperty("homeward.root"),
                "-XX:TieredStopAtLevel=1",
                CommandLoad.class.getName(),
                data().toString(),
                folder.resolve("acknowledged").toString(),
                Integer.toString(round)));
        if (weak) {
            command.add("weak");
        }
        Path said = folder.resolve("said-" + round);
        Process load = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            waitFor(load, said);
            Thread.sleep(afterMs);
            if (database) {
                killDatabase();
            }
        } finally {
            load.destroyForcibly().waitFor();
        }
    }

    private static void waitFor(Process load, Path said) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_WAIT_S);
        while (!Files.readString(said).contains("load is running")) {
            assertThat(load.isAlive()).as(() -> "the load ended: " + said).isTrue();
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.sleep(50);
        }
    }

    private void killDatabase() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data().resolve("database/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static Rebuild.Outcome rebuilt(ConfigurableApplicationContext context) {
        return StandAlone.over(
                        context.getBean(DataSource.class),
                        context.getBean(Place.class),
                        context.getBean(Pathways.class),
                        context.getBean(PlaceTime.class),
                        Projections::over)
                .rebuild()
                .check(events -> {});
    }

    /** Acknowledged lines whose event is not in the journal. */
    private List<String> lost(ConfigurableApplicationContext context) throws IOException {
        Map<String, Integer> versions = new HashMap<>();
        context.getBean(JdbcTemplate.class)
                .query(
                        "select subject_id, max(sequence) from event where subject_kind = 'JOURNEY' group by"
                                + " subject_id",
                        row -> {
                            versions.put(row.getString(1), row.getInt(2));
                        });
        return acknowledged().stream()
                .filter(line -> versions.getOrDefault(line.split(" ")[0], 0) < Integer.parseInt(line.split(" ")[1]))
                .toList();
    }

    /** Journeys whose projection is not what their events say. */
    private static List<String> halves(ConfigurableApplicationContext context) {
        Desk desk = context.getBean(Desk.class);
        Calendar calendar = context.getBean(Calendar.class);
        List<String> halves = new ArrayList<>();
        context.getBean(JdbcTemplate.class).query("""
            select e.subject_id, j.version, j.state, j.at,
                   (select count(*) from occupancy o where o.journey = j.id) as places
            from (select distinct subject_id from event where subject_kind = 'JOURNEY') e
            left join journey j on j.id = e.subject_id
            """, row -> {
            Journey journey = desk.get(row.getString(1));
            JourneyRow right = JourneyRow.of(journey, calendar.zone());
            boolean same = right.version() == row.getInt("version")
                    && right.state().equals(row.getString("state"))
                    && right.at().equals(row.getString("at"))
                    && right.places().size() == row.getInt("places");
            if (!same) {
                halves.add(journey.id());
            }
        });
        return halves;
    }

    private List<String> acknowledged() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("acknowledged"))) {
            return lines.filter(l -> l.matches("\\S+ \\d+")).toList();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }
}
