package uk.homeward.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.Projections;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Chain;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.JournalCheck;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SealKey;
import uk.homeward.server.journal.Seals;
import uk.homeward.server.journal.StandAlone;
import uk.homeward.server.time.PlaceTime;

/** What was kept for as long as the rules say is erased, whole, and the chains still prove everything else. */
class RetentionTest extends ServerTest {

    private static final Actor OFFICER = new Actor("retention", "Miriam Stone", "system", "birmingham-solihull");

    private Set<String> before = Set.of();
    private final JdbcTemplate owner = new JdbcTemplate(owner());
    private final Instant now = bean(PlaceTime.class).instant();
    private final StandAlone journal = StandAlone.over(
            owner(),
            bean(Place.class),
            Pathways.of(root().resolve("places/birmingham-solihull")),
            bean(PlaceTime.class),
            Projections::over);
    private final Retention retention =
            new Retention(journal, bean(Place.class), root().resolve("places/birmingham-solihull"));

    @Test
    void a_record_is_due_eight_years_after_last_contact_and_not_before_or_while_care_goes_on() {
        String gone = somebody();
        String cared = somebody();
        opened(cared);

        assertThat(people(now.plus(7 * 365, ChronoUnit.DAYS))).doesNotContain(gone, cared);
        assertThat(people(now.plus(9 * 365, ChronoUnit.DAYS))).contains(gone).doesNotContain(cared);
    }

    @BeforeEach
    void looksAtWhatOtherTestsLeft() {
        bean(Seals.class).seal(now);
        before = Stream.of(Chain.values()).flatMap(this::all).collect(Collectors.toSet());
    }

    @Test
    void an_erased_record_is_in_no_table_and_the_chains_are_sound_and_tell_of_it() {
        String ada = somebody();
        String journey = opened(ada);
        bean(Desk.class).tell(journey, 0, new JourneyCommand.Withdraw("Moved away"), now, STAFF, null);
        fact(ada);
        get("/people/" + ada, "triage-clinician");
        String bob = somebody();
        bean(Seals.class).seal(now);

        Retention.Rule rule = new Retention.Rule("record", 8, "last contact or death", "a test");
        Retention.Erased erased =
                retention.erase(new Retention.Due(rule, 1, List.of(ada)), now.plus(9 * 365, ChronoUnit.DAYS), OFFICER);

        assertThat(erased.events()).isGreaterThanOrEqualTo(3);
        assertThat(erased.looks()).isPositive();
        for (String table : owner.queryForList(
                "select table_name from information_schema.tables where table_schema = current_schema() and"
                        + " table_type = 'BASE TABLE'",
                String.class)) {
            assertThat(owner.queryForObject(
                            "select count(*) from \"" + table + "\" t where t::text like ? or t::text like ?",
                            Long.class,
                            "%" + ada + "%",
                            "%" + journey + "%"))
                    .as(table)
                    .isZero();
        }
        assertThat(owner.queryForObject("select count(*) from person where id = ?", Long.class, bob))
                .isEqualTo(1);
        assertThat(check(Chain.JOURNAL)).isEmpty();
        assertThat(check(Chain.ACCESS)).isEmpty();
        bean(Seals.class).seal(now);
        assertThat(check(Chain.JOURNAL)).as("sealed with the erasure").isEmpty();
        assertThat(owner.queryForObject(
                        "select payload from event where subject_kind = 'ERASURE' and subject_id = ?",
                        String.class,
                        erased.id()))
                .contains("last contact or death")
                .doesNotContain(ada);
    }

    @Test
    void nothing_else_hides_behind_an_erasure() {
        String ada = somebody();
        String bob = somebody();
        bean(Seals.class).seal(now);
        long position = java.util.Objects.requireNonNull(
                owner.queryForObject("select max(position) from event where subject_id = ?", Long.class, bob));
        Retention.Rule rule = new Retention.Rule("record", 8, "last contact or death", "a test");
        retention.erase(new Retention.Due(rule, 1, List.of(ada)), now, OFFICER);
        assertThat(check(Chain.JOURNAL)).isEmpty();

        Map<String, Object> row = owner.queryForMap("select * from event where position = ?", position);
        tamper("update event set payload = replace(payload, 'By the door', 'Changed') where position = " + position);
        assertThat(check(Chain.JOURNAL)).anyMatch(what -> what.contains("event " + position + " was edited"));
        tamper("update event set payload = '" + row.get("payload") + "' where position = " + position);
        assertThat(check(Chain.JOURNAL)).isEmpty();

        tamper("insert into erased select place, 'JOURNAL', position, organisation, era, transaction,"
                + " sha256('x'::bytea), 'e-nobody-told' from event where position = " + position);
        assertThat(check(Chain.JOURNAL)).anyMatch(what -> what.contains("e-nobody-told"));
        tamper("delete from erased where erasure = 'e-nobody-told'");
        assertThat(check(Chain.JOURNAL)).isEmpty();
    }

    /** What is wrong with a chain now and was not when the test began: other tests take rows away. */
    private List<String> check(Chain chain) {
        return all(chain).filter(what -> !before.contains(what)).toList();
    }

    private Stream<String> all(Chain chain) {
        return JournalCheck.of(owner, bean(PlaceKey.class), bean(SealKey.class)).check(chain).tampering().stream()
                .map(Seals.Tampering::what);
    }

    private void tamper(String sql) {
        owner.execute("set session_replication_role = replica; " + sql + "; set session_replication_role = origin");
    }

    private List<String> people(Instant at) {
        return retention.due(at, 100_000).stream()
                .flatMap(d -> d.people().stream())
                .toList();
    }

    private String somebody() {
        String id = newId("elapsed");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(
                                new PersonEvent.PersonRegistered(someone("Ada", "Elapsed")),
                                new PersonEvent.AlertRaised("key-safe", "By the door")),
                        now,
                        STAFF,
                        null);
        return id;
    }

    private String opened(String person) {
        String id = newId("elapsed-journey");
        bean(Desk.class)
                .open(
                        id,
                        PathwayId.of("intermediate-care"),
                        new JourneyCommand.Open(
                                person,
                                RouteId.of("professional"),
                                new Sender("gp", "A practice", "Dr Lee", "0121 496 0001"),
                                "a fall",
                                Map.of("urgency", "urgent", "locality", "central")),
                        now,
                        STAFF,
                        null);
        return id;
    }

    private static void fact(String person) {
        var answer = send(HttpRequest.newBuilder(uri("/fhir/Flag"))
                .header("Authorization", "Bearer demo-triage-clinician")
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"resourceType": "Flag", "status": "active", "subject": {"reference": "Patient/%s"},
                     "code": {"text": "Key safe"}}\
                    """.formatted(person))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
