package uk.homeward.server.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.insight.events.FactStore;
import uk.homeward.insight.events.Pseudonyms;
import uk.homeward.insight.events.Published;
import uk.homeward.insight.events.PublishingFailure;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

class PublisherTest extends ServerTest {

    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final Publisher publisher = new Publisher(
            jdbc,
            bean(EventCodec.class),
            PlaceFacts.of(bean(Place.class), bean(ServerSettings.class).place()));

    @TempDir
    Path folder;

    @Test
    void publishesWhatTheJournalHoldsAndNobodysName() throws Exception {
        String person = somebody("Zebedee", "Quillfeather");
        opened(person);
        publish();
        assertThat(count("journeys", "sender_kind = 'gp' AND age_band IS NOT NULL"))
                .isPositive();
        assertThat(count("clocks", "standard = 'accept-15min'")).isPositive();
        assertThat(count("events", "true")).isEqualTo(jdbc.queryForObject("select count(*) from event", Long.class));
        assertThat(everyText()).doesNotContain("Quillfeather", person, "Riverside", "0121 496", "a fall at night");
    }

    @Test
    void goesOnWhereItEndedAndLeavesNothingOut() throws Exception {
        publish();
        long before = count("events", "true");
        String journey = opened(somebody("Ann", "Example"));
        assertThat(publish()).isPositive();
        long after = count("events", "true");
        assertThat(after).isGreaterThan(before);
        assertThat(publish()).isZero();
        desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        assertThat(publish()).isPositive();
        assertThat(count("journeys", "true"))
                .isEqualTo(jdbc.queryForObject("select count(*) from journey", Long.class));
        assertThat(count("journeys", "accepted_at IS NOT NULL"))
                .isEqualTo(jdbc.queryForObject(
                        "select count(distinct subject_id) from event where type = 'ReferralAccepted'", Long.class));
    }

    @Test
    void waitsForWhoeverStillWritesBefore() throws Exception {
        publish();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    somebody("Slow", "Writer");
                    written.countDown();
                    await(mayCommit);
                }));
        await(written);
        somebody("Quick", "Writer"); // committed, with a higher transaction than the slow one's
        publish();
        mayCommit.countDown();
        slow.join();
        publish();
        assertThat(count("events", "true")).isEqualTo(jdbc.queryForObject("select count(*) from event", Long.class));
        assertThat(count("events", "true")).isEqualTo(distinctPositions());
    }

    @Test
    void aChangedPersonIsToldAnewWithTheirJourneys() throws Exception {
        String person = somebody("Bea", "Example");
        opened(person);
        publish();
        long central = count("people", "locality = 'central'");
        PersonEvent.Details d = someone("Bea", "Example");
        desk.tellPerson(
                person,
                List.of(new PersonEvent.PersonDetailsChanged(new PersonEvent.Details(
                        null,
                        d.family(),
                        d.given(),
                        java.time.LocalDate.of(1980, 1, 1),
                        d.sex(),
                        d.address(),
                        d.postcode(),
                        d.phone(),
                        "north",
                        d.practice(),
                        d.language(),
                        false,
                        "",
                        true,
                        false,
                        5,
                        "own-home",
                        true))),
                time.instant(),
                STAFF,
                null);
        long younger = count("journeys", "age_band = 'under-65'");
        publish();
        assertThat(count("people", "locality = 'central'")).isEqualTo(central - 1);
        assertThat(count("journeys", "age_band = 'under-65'")).isEqualTo(younger + 1);
    }

    @Test
    void aChangeThatWasCutShortIsForgottenOrFinished() throws Exception {
        publish();
        long events = count("events", "true");
        Files.writeString(folder.resolve(".aside/events~2026-01-x.parquet"), "half written");
        somebody("Cay", "Example");
        publish();
        assertThat(count("events", "true")).isGreaterThan(events);
        Path whole = Files.list(folder.resolve("people")).findFirst().orElseThrow();
        Files.move(whole, folder.resolve(".aside/people~" + whole.getFileName()));
        Files.writeString(folder.resolve(".plan"), "put people~" + whole.getFileName() + "\n");
        assertThat(FactFolder.open(folder).files(uk.homeward.insight.events.FactTable.PEOPLE))
                .contains(whole);
    }

    @Test
    void anotherKeyOrPlaceIsRefused() {
        publish();
        assertThatThrownBy(() -> store(Pseudonyms.of(new byte[32]), "birmingham-solihull"))
                .isInstanceOf(PublishingFailure.class)
                .hasMessageContaining("another key")
                .hasMessageContaining("Maybe:");
        assertThatThrownBy(() -> store(key(), "elsewhere"))
                .isInstanceOf(PublishingFailure.class)
                .hasMessageContaining("(birmingham-solihull)");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private long publish() {
        AtomicLong left = new AtomicLong();
        try (FactStore store = store(key(), bean(PlaceKey.class).value())) {
            return publisher.publish(store, null, time.instant(), left::set);
        }
    }

    private Pseudonyms key() {
        return PseudonymKey.in(folder.resolve("key"));
    }

    private FactStore store(Pseudonyms pseudonyms, String place) {
        return FactStore.open(
                FactFolder.open(folder),
                Published.nothing(place, bean(Place.class).zone(), "journal"),
                pseudonyms,
                bean(Place.class));
    }

    private String somebody(String given, String family) {
        String id = newId("published");
        desk.tellPerson(
                id, List.of(new PersonEvent.PersonRegistered(someone(given, family))), time.instant(), STAFF, null);
        return id;
    }

    private String opened(String person) {
        String journey = newId("published-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "Riverside Practice", "Dr Lee", "0121 496 0001"),
                        "a fall at night",
                        Map.of("urgency", "urgent", "locality", "central")),
                time.instant().minus(1, ChronoUnit.MINUTES),
                STAFF,
                null);
        return journey;
    }

    private long count(String table, String where) throws SQLException {
        return number("SELECT count(*) FROM " + read(table) + " WHERE " + where);
    }

    private long distinctPositions() throws SQLException {
        return number("SELECT count(DISTINCT position) FROM " + read("events"));
    }

    private long number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String read(String table) {
        return "read_parquet('" + folder.resolve(table) + "/*.parquet')";
    }

    private String everyText() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> tables = Files.list(folder);
                var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            Set<String> skipped = Set.of(".aside");
            for (Path table : tables.filter(Files::isDirectory)
                    .filter(t -> !skipped.contains(t.getFileName().toString()))
                    .toList()) {
                try (ResultSet rows = statement.executeQuery("SELECT CAST(t AS VARCHAR) FROM "
                        + read(table.getFileName().toString()) + " t")) {
                    while (rows.next()) {
                        all.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }
}
