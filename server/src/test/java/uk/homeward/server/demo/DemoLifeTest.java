package uk.homeward.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Lasting;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.HomewardServer;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.commandline.Homeward;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Told;
import uk.homeward.server.time.PlaceTime;

/** A demo of 2,000 people: filled, alive, taken over by a visitor, stopped, and started again. The tests tell one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoLifeTest {

    private static final int PEOPLE = 2000;
    private static final double SPEED = 1200;
    private static final Actor VISITOR = new Actor("visitor", "A visitor", "therapist", "bchc");

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext server;
    private static Instant begun;

    @BeforeAll
    static void fill() {
        start();
        begun = now();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void start() {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("homeward.root")));
        server = HomewardServer.start(new ServerSettings(
                ServerSettings.Mode.DEMO,
                root.resolve("places/birmingham-solihull"),
                data,
                null,
                null,
                null,
                0,
                0,
                "127.0.0.1",
                SPEED,
                PEOPLE));
        waitUntil(() -> server.getBean(DemoLife.class).isAlive());
    }

    @Test
    @Order(1)
    void registers_everybody_once() {
        assertThat(number("select count(*) from person where synthetic and id not like 'twin-%'"))
                .isEqualTo(PEOPLE);
        assertThat(number("select count(distinct nhs_number) from person")).isEqualTo(PEOPLE);
        assertThat(number(
                        "select count(*) from event where type = 'PersonRegistered' and subject_id not like 'twin-%'"))
                .isEqualTo(PEOPLE);
    }

    @Test
    @Order(2)
    void tells_ninety_days_of_history() {
        assertThat(number("select count(*) from journey where opened_at < now() - interval '80 days'"))
                .isPositive();
        assertThat(number("select count(distinct occurred_at::date) from event where type = 'JourneyOpened'"))
                .isGreaterThan(85);
        assertThat(number("select count(*) from journey where outcome = 'INDEPENDENT_AT_HOME'"))
                .isPositive();
        assertThat(number("select count(*) from event where type = 'FollowedUp'"))
                .isPositive();
        assertThat(number("select count(*) from event where type = 'CommandRefused' and payload not like '%no-place%'"))
                .as("the autopilot knows the rules")
                .isZero();
    }

    @Test
    @Order(3)
    void counts_every_place_and_fills_none_twice() {
        assertThat(number("""
            select count(*) from unit u where occupied <> (select count(*) from occupancy o
                where o.place = u.place and o.pool = u.pool and o.unit = u.unit)
            """)).isZero();
        assertThat(number("select count(*) from unit where occupied > capacity - out_of_service"))
                .isZero();
        assertThat(number("select count(*) from occupancy o join journey j on j.id = o.journey where j.ended_at"
                        + " is not null"))
                .isZero();
        assertThat(number("select count(*) from occupancy")).isPositive();
    }

    @Test
    @Order(3)
    void teaches_back_the_pathway_by_which_it_is_played(@TempDir Path folder) {
        Path overlay = folder.resolve("learned.yaml");
        assertThat(Homeward.run("calibrate", "--data", data.toString(), "--out", overlay.toString()))
                .isZero();
        Scenario learned = Scenario.load(overlay);
        Lasting triage = Objects.requireNonNull(
                learned.pathway().get(StepId.of("triage")).lasts());
        assertThat(triage.mean().toMinutes()).isBetween(18L, 26L);
        Lasting atHome = Objects.requireNonNull(
                learned.pathway().get(StepId.of("home-enablement")).lasts());
        assertThat(atHome.mean().toDays()).isBetween(19L, 26L);
    }

    @Test
    @Order(4)
    void has_a_case_review_that_is_closed_and_one_to_go_on_with() {
        waitUntil(() -> number("select count(*) from case_review") == 2);
        assertThat(number("select count(*) from case_review where closed_at is not null"))
                .isEqualTo(1);
        assertThat(number("select count(distinct profession) from case_review_answer"))
                .isEqualTo(3);
        waitUntil(() -> number("select count(distinct a.case_id) from case_review_answer a join case_review r"
                        + " on r.place = a.place and r.id = a.review where r.closed_at is null")
                > 0);
    }

    @Test
    @Order(4)
    void goes_on_by_itself() {
        long before = number("select count(*) from event");
        waitUntil(() -> number("select count(*) from event") > before + 20);
        assertThat(number("select count(*) from journey where by_hand")).isZero();
    }

    @Test
    @Order(5)
    void hears_of_people_who_come_to_hospital_by_message() {
        assertThat(number("select count(*) from spell where discharged_at is not null and admitted_at is not null"))
                .as("stays of the past")
                .isPositive();
        waitUntil(() -> number("select count(*) from message where type like '%A04%' and state = 'DONE'") > 0
                && number("select count(*) from message where type like '%A03%' and state = 'DONE'") > 0);
        assertThat(number("select count(*) from message where state <> 'DONE'")).isZero();
        waitUntil(() ->
                number("select count(*) from event where type = 'DecisionMade' and actor_user = 'system:autopilot'"
                                + " and subject_id in (select subject_id from event where type = 'JourneyOpened'"
                                + " and actor_user like 'system:hl7:%')")
                        > 0);
        assertNobodyCameToHospitalUnannounced();
    }

    /** The front door opened the journeys of all who came to a hospital since the start, each once. */
    private static void assertNobodyCameToHospitalUnannounced() {
        assertThat(jdbc().queryForObject(
                                "select count(*) from event e join journey j on j.id = e.subject_id"
                                        + " where e.type = 'JourneyOpened' and j.route = 'hospital-front-door'"
                                        + " and e.occurred_at > ? and e.actor_user not like 'system:hl7:%'",
                                Long.class, OffsetDateTime.ofInstant(begun, java.time.ZoneOffset.UTC)))
                .isZero();
        assertThat(number("select count(*) from (select person from journey where ended_at is null"
                        + " group by person having count(*) > 1) twice"))
                .isZero();
        assertThat(number("select count(*) from (select visit from spell where visit like 'D-%'"
                        + " group by visit having count(*) > 1) twice"))
                .isZero();
    }

    @Test
    @Order(6)
    void steps_aside_for_a_journey_that_a_visitor_takes_over() {
        Desk desk = server.getBean(Desk.class);
        List<String> taken = jdbc().queryForList(
                        "select id from journey where state = 'IN_STEP' order by since limit 12", String.class);
        for (String journey : taken) {
            Told told = desk.tell(journey, 0, new JourneyCommand.AddNote("I take this on."), now(), VISITOR, null);
            assertThat(told).isInstanceOf(Told.Done.class);
        }
        List<Integer> versions =
                taken.stream().map(id -> desk.get(id).version()).toList();
        long others = number("select count(*) from event where type = 'StepCompleted'");

        waitUntil(() -> number("select count(*) from event where type = 'StepCompleted'") > others + 6);

        assertThat(taken.stream().map(id -> desk.get(id).version()).toList()).isEqualTo(versions);
    }

    @Test
    @Order(7)
    void goes_on_where_it_was_when_it_is_started_again() {
        server.close();
        start();

        Instant last = jdbc().queryForObject("select max(recorded_at) from event", OffsetDateTime.class)
                .toInstant();
        assertThat(now()).isBetween(last.minus(Duration.ofHours(1)), last.plus(Duration.ofHours(3)));
        assertThat(number("select count(*) from person where synthetic and id not like 'twin-%'"))
                .isEqualTo(PEOPLE);
        long before = number("select count(*) from event where type = 'JourneyOpened'");
        waitUntil(() -> number("select count(*) from event where type = 'JourneyOpened'") > before);
        assertThat(number("select count(*) from journey where by_hand")).isEqualTo(12);
        long announced = number("select count(*) from message where type like '%A04%' and state = 'DONE'");
        waitUntil(() ->
                number("select count(*) from message where type like '%A04%' and state = 'DONE'") > announced + 1);
        assertNobodyCameToHospitalUnannounced();
    }

    @Test
    @Order(8)
    void announces_after_a_restart_whoever_came_unheard_and_nobody_else() {
        Instant until = now().minus(Duration.ofHours(1));
        int lives = 5;
        long unheard = LongStream.rangeClosed(1, lives)
                .mapToInt(life -> remembered(DemoLife.SEED + life, until).size())
                .sum();
        assertThat(unheard)
                .as("a day's arrivals of other lives, of which nobody has heard")
                .isGreaterThan(5L * lives);

        assertThat((long) remembered(DemoLife.SEED, until).size())
                .as("they came already, but for a few for whom nobody was free")
                .isLessThan(unheard / lives / 2);
    }

    /** The arrivals of the day before that an autopilot with this luck would let come again after a start. */
    private static Set<String> remembered(long seed, Instant until) {
        Place place = server.getBean(Place.class);
        Pathway pathway = server.getBean(Pathways.class).first();
        Memory memory = new Memory(jdbc(), server.getBean(PlaceKey.class));
        LocalDate origin = memory.begun()
                .orElseThrow()
                .plus(Duration.ofDays(Past.DAYS))
                .atZone(place.zone())
                .toLocalDate();
        Cast cast = Cast.of(place, pathway, server.getBean(DemoUsers.class)::of, seed, origin);
        Arriving arriving = new Arriving(cast.choices(), cast.luck(), place.zone(), PEOPLE / 20_000.0);
        Folk folk = memory.folk();
        Listener listener = new Listener();
        Autopilot autopilot = new Autopilot(listener, cast, arriving, folk);
        memory.remind(autopilot, arriving, folk, until);
        autopilot.until(until.plusSeconds(1));
        return listener.came;
    }

    /** A world in which nothing happens but that people come. */
    private static final class Listener implements World {
        private final Set<String> came = new HashSet<>();

        @Override
        public Optional<Journey> find(String journey) {
            return Optional.empty();
        }

        @Override
        public Optional<Journey> open(Arrival arrival, Somebody who, JourneyCommand.Open open, Actor by) {
            assertThat(came.add(arrival.journey())).as("once").isTrue();
            return Optional.empty();
        }

        @Override
        public Optional<Journey> tell(Journey seen, JourneyCommand command, Instant at, Actor by) {
            return Optional.empty();
        }

        @Override
        public void tellPerson(String person, List<PersonEvent> facts, Instant at, Actor by) {}

        @Override
        public int room(Step step) {
            return 0;
        }
    }

    private static Instant now() {
        return server.getBean(PlaceTime.class).instant();
    }

    private static JdbcTemplate jdbc() {
        return server.getBean(JdbcTemplate.class);
    }

    private static long number(String sql) {
        return Objects.requireNonNull(jdbc().queryForObject(sql, Long.class));
    }

    private static void waitUntil(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(180).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
