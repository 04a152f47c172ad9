package uk.homeward.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.event.SpellEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.Projections;
import uk.homeward.server.ServerTest;
import uk.homeward.server.capacity.HoldWish;
import uk.homeward.server.capacity.Holds;
import uk.homeward.server.capacity.UnitsNow;
import uk.homeward.server.journal.Rebuild.Compared;
import uk.homeward.server.time.PlaceTime;

/** What stands is what the events say; and if somebody changes it past the journal, the rebuild tells where and mends it. */
class RebuildTest extends ServerTest {

    /** The tables that are facts themselves: kept, never made from others. */
    private static final List<String> OF_RECORD = List.of(
            "event",
            "seal",
            "look",
            "look_seal",
            "privacy_alert",
            "account_seen",
            "erased",
            "service_token",
            "service_assertion",
            "message",
            "outgoing",
            "outgoing_mark",
            "gateway_link",
            "search_link",
            "forecast",
            "forecast_seen",
            "forecast_score",
            "scenario",
            "resource",
            "resource_token",
            "resource_string",
            "resource_date",
            "resource_quantity",
            "patient_link",
            "feed_finding",
            "measure_note",
            "counting",
            "measure_subscription",
            "notice",
            "board_pack",
            "board_comment",
            "coded_diagnosis",
            "upload",
            "upload_refusal",
            "export_job",
            "export_file",
            "subscription",
            "notification",
            "flyway_schema_history");

    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final JdbcTemplate jdbc = bean(JdbcTemplate.class);
    private final Rebuild rebuild = StandAlone.over(
                    owner(), bean(Place.class), bean(Pathways.class), time, Projections::over)
            .rebuild();

    @Test
    void equals_what_stands() {
        String person = somebody();
        journeyInCrisisResponse(person);

        assertThat(disagreeing()).isEmpty();
    }

    @Test
    void finds_and_mends_whatever_was_changed_past_the_journal() {
        String person = somebody();
        String journey = journeyInCrisisResponse(person);
        jdbc.update("update journey set state = 'ENDED' where id = ?", journey);
        jdbc.update("update unit set occupied = occupied + 1 where unit = (select min(unit) from unit)");
        jdbc.update("delete from person_note where person = ?", person);
        jdbc.update("insert into identifier (place, person, system, value) values (?, 'nobody', 'x', 'y')", place());

        assertThat(disagreeing())
                .extracting(Compared::table, Compared::lacking, Compared::surplus, Compared::different)
                .containsExactly(
                        tuple("identifier", 0L, 1L, 0L),
                        tuple("person_note", 4L, 0L, 0L),
                        tuple("journey", 0L, 0L, 1L),
                        tuple("unit", 0L, 0L, 1L));
        assertThat(rebuild.mend(events -> {}).agrees()).isFalse();
        assertThat(disagreeing()).isEmpty();
        assertThat(jdbc.queryForObject("select state from journey where id = ?", String.class, journey))
                .isEqualTo("IN_STEP");
    }

    @Test
    void knows_every_table() {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = current_schema()", String.class);

        assertThat(tables).isNotEmpty().allMatch(t -> rebuild.tables().contains(t) || OF_RECORD.contains(t));
    }

    @Test
    void the_server_and_the_command_line_know_the_same_projections() {
        List<Class<?>> ofServer = context().getBeansOfType(Projecting.class).values().stream()
                .<Class<?>>map(Object::getClass)
                .toList();

        assertThat(Projections.over(jdbc, bean(PlaceKey.class)))
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(ofServer);
    }

    private List<Compared> disagreeing() {
        return rebuild.check(events -> {}).tables().stream()
                .filter(t -> !t.agrees())
                .toList();
    }

    private String place() {
        return bean(PlaceKey.class).value();
    }

    /** Somebody of whom much was learned, in the order and by the ways in which it can be. */
    private String somebody() {
        String person = newId("rebuilt");
        Instant now = time.instant();
        List<PersonEvent> facts = List.of(
                new PersonEvent.PersonRegistered(someone("Ada", "Lovell")),
                new PersonEvent.MattersRecorded("The garden"),
                new PersonEvent.WishRecorded("place-of-care", "At home"),
                new PersonEvent.CarerNamed("carer-1", "Sam", "son", "07700 900123", "daily"),
                new PersonEvent.AlertRaised("key-safe", "By the door"),
                new PersonEvent.StoryAnswered("walks", "yes", "likely", null));
        desk.tellPerson(person, facts, now, STAFF, null);
        String other = newId("rebuilt");
        desk.tellPerson(
                other,
                List.of(
                        new PersonEvent.PersonRegistered(someone("Ada", "Lovel")),
                        new PersonEvent.AlertRaised("dog", "Barks"),
                        new PersonEvent.AlertCleared("dog", "It has gone"),
                        new PersonEvent.IdentifierLearned("https://hospital.example/mrn", newId("mrn")),
                        new PersonEvent.PersonDetailsChanged(someone("Ada", "Lovell")),
                        new PersonEvent.PersonMerged(person)),
                now,
                STAFF,
                null);
        Stays stays = bean(Stays.class);
        String visit = newId("v");
        stays.tell(
                "uhb",
                person,
                List.of(new SpellEvent.Arrived(person, "qehb", visit, "ED", "Fell")),
                now.minus(Duration.ofHours(3)),
                STAFF);
        bean(UnitDesk.class)
                .tell(
                        List.of(new PoolEvent.CapacityConfirmed(PoolId.of(pool()), unit(), 40, 1, "painting")),
                        now,
                        STAFF,
                        null);
        unitAndHold(person, now);
        return person;
    }

    /** A unit of which everything was told that can be, and a hold that was confirmed. */
    private void unitAndHold(String person, Instant now) {
        PoolId beds = PoolId.of("enablement-beds");
        String unit = bean(UnitsNow.class).ofPool(beds).getFirst().unit();
        UnitDesk desk = bean(UnitDesk.class);
        Slot slot = new Slot("", Slot.Part.TEA, "medicines");
        desk.tell(
                List.of(
                        new PoolEvent.SpotsNamed(beds, unit, List.of("A1", "A2", "B1", "B2")),
                        new PoolEvent.SpotChanged(beds, unit, "A1", PoolEvent.Condition.CLEANING, ""),
                        new PoolEvent.SpotChanged(beds, unit, "A1", PoolEvent.Condition.READY, ""),
                        new PoolEvent.SpotChanged(beds, unit, "A2", PoolEvent.Condition.OUT_OF_SERVICE, "mattress"),
                        new PoolEvent.SpotChanged(beds, unit, "B1", PoolEvent.Condition.LEAVING, ""),
                        new PoolEvent.TakenElsewhere(beds, unit, 2),
                        new PoolEvent.HoursOffered(beds, unit, List.of(new PoolEvent.Offer(slot, 3))),
                        new PoolEvent.PlacedOutOfArea(beds, unit, newId("away"), person, "Derby", 62, "no bed"),
                        new PoolEvent.NothingChanged(beds, unit)),
                now,
                STAFF,
                null);
        Holds holds = bean(Holds.class);
        String hold = newId("hold");
        holds.place(
                hold,
                HoldWish.place(beds, unit, person, "Enablement", time.instant().plus(Duration.ofHours(1))),
                STAFF,
                null);
        holds.confirm(hold, "Friday", STAFF, null);
    }

    private String pool() {
        return jdbc.queryForObject("select pool from unit order by unit limit 1", String.class) + "";
    }

    private String unit() {
        return jdbc.queryForObject("select unit from unit order by unit limit 1", String.class) + "";
    }

    private String journeyInCrisisResponse(String person) {
        String id = newId("rebuilt");
        desk.open(
                id,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "", "", ""),
                        "Has fallen",
                        Map.of("locality", "central", "urgency", "urgent")),
                time.instant(),
                STAFF,
                null);
        List<JourneyCommand> commands = List.of(
                new JourneyCommand.Accept(),
                new JourneyCommand.Decide(
                        OptionId.of("respond"), "", List.of("nurse", "therapist"), "At home", "In a bed"),
                new JourneyCommand.StartStep(List.of()));
        commands.forEach(command -> assertThat(desk.tell(id, 0, command, time.instant(), STAFF, null))
                .isInstanceOf(Told.Done.class));
        return id;
    }
}
