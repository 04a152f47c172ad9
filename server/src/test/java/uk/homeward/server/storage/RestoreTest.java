package uk.homeward.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.Projections;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.time.PlaceTime;

/** The rehearsal: a working database is copied, goes on, is spoilt, and stands again as of the moment before, table by table. */
class RestoreTest {

    private static final Actor NURSE = new Actor("nurse", "A nurse", "triage-clinician", "bchc");

    private final Path folder =
            Path.of(Objects.requireNonNull(System.getProperty("homeward.root"))).resolve("places/birmingham-solihull");
    private final Place place = Place.load(folder);

    @TempDir
    Path work;

    private int people;

    @Test
    void what_stood_before_a_mistake_stands_again_with_the_same_digest_of_every_table() throws Exception {
        Path log = work.resolve("wal");
        Map<String, String> before;
        Instant moment;
        try (DataFolder data = DataFolder.open(work.resolve("data"));
                EmbeddedPostgres server = EmbeddedPostgres.start(data, log)) {
            DataSource owner = server.access().ownerSource(place.schema());
            migrate(server, owner);
            tell(owner, 60);
            Backup.make(owner, data.path(), work.resolve("backup"));
            tell(owner, 60);
            before = digests(owner);
            moment = moment(owner);
            JdbcTemplate jdbc = new JdbcTemplate(owner);
            jdbc.update("delete from journey");
            jdbc.update("update person set family = 'Mistaken'");
            jdbc.execute("drop table scenario cascade");
        }

        Path restored = work.resolve("restored");
        Backup.restore(work.resolve("backup"), log, restored, moment);
        assertThat(started(restored)).containsExactlyInAnyOrderEntriesOf(before);

        Path whole = work.resolve("whole");
        Backup.restore(work.resolve("backup"), log, whole, null);
        assertThat(started(whole)).doesNotContainKey("scenario").containsEntry("journey", "0 null");
    }

    @Test
    void nothing_is_restored_from_a_backup_that_was_cut_short_or_over_what_is_there() throws Exception {
        Path backup = Files.createDirectories(work.resolve("backup/database"));
        assertThatThrownBy(() -> Backup.restore(work.resolve("backup"), work, work.resolve("to"), null))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("there is no backup")
                .hasMessageContaining("Maybe:");
        Files.createFile(backup.resolve("backup_label"));
        assertThatThrownBy(() -> Backup.restore(work.resolve("backup"), work, work, null))
                .hasMessageContaining("is not empty");
    }

    private Map<String, String> started(Path restored) {
        try (DataFolder data = DataFolder.open(restored);
                EmbeddedPostgres server = EmbeddedPostgres.start(data, null)) {
            return digests(server.access().ownerSource(place.schema()));
        }
    }

    private void migrate(EmbeddedPostgres server, DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(place.schema())
                .defaultSchema(place.schema())
                .createSchemas(true)
                .placeholders(Map.of("app", String.valueOf(server.access().user()), "reader", Roles.READER))
                .load()
                .migrate();
    }

    private void tell(DataSource source, int many) {
        StandAlone journal = StandAlone.over(source, place, Pathways.of(folder), PlaceTime.real(), Projections::over);
        for (int i = 0; i < many; i++) {
            String person = "p" + people++;
            Instant now = journal.time().instant();
            journal.desk()
                    .tellPerson(
                            person,
                            List.of(new PersonEvent.PersonRegistered(PersonEvent.Details.unknown(null, true))),
                            now,
                            NURSE,
                            null);
            journal.desk()
                    .open(
                            "j-" + person,
                            PathwayId.of("intermediate-care"),
                            new JourneyCommand.Open(
                                    person,
                                    RouteId.of("professional"),
                                    new Sender("gp", "A practice", "Dr Lee", "0121 496 0001"),
                                    "a fall",
                                    Map.of("urgency", "urgent", "locality", "central")),
                            now,
                            NURSE,
                            null);
        }
    }

    /** What stands in each table, whatever its order. */
    private static Map<String, String> digests(DataSource owner) {
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        Map<String, String> digests = new TreeMap<>();
        for (String table : jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = current_schema()"
                        + " and table_type = 'BASE TABLE'",
                String.class)) {
            @Nullable
            String digest = jdbc.queryForObject(
                    "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))),"
                            + " 'null') from \"" + table + "\" t",
                    String.class);
            digests.put(table, String.valueOf(digest));
        }
        return digests;
    }

    private static Instant moment(DataSource owner) {
        return Objects.requireNonNull(
                        new JdbcTemplate(owner).queryForObject("select clock_timestamp()", OffsetDateTime.class))
                .toInstant();
    }
}
