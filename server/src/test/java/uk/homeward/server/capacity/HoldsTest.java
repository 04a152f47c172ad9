package uk.homeward.server.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;

/** A hold keeps a place for one person, and never for two. */
class HoldsTest extends ServerTest {

    private static final PoolId NURSING = PoolId.of("nursing-beds");
    private static final PoolId HOME_CARE = PoolId.of("home-care-hours");
    private static final PoolId RESPONSE = PoolId.of("response-places");

    private final Holds holds = bean(Holds.class);
    private final UnitsNow units = bean(UnitsNow.class);
    private final UnitDesk desk = bean(UnitDesk.class);
    private final PlaceTime time = bean(PlaceTime.class);

    @Test
    void of_five_hundred_who_want_the_last_place_exactly_one_gets_it() throws Exception {
        String home = home(0);
        hasRoom(NURSING, home, 1);
        List<Callable<HoldTold>> attempts = IntStream.range(0, 500)
                .<Callable<HoldTold>>mapToObj(
                        i -> () -> holds.place(newId("last"), wish(home, newId("p")), STAFF, null))
                .toList();

        List<Future<HoldTold>> answers;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = all.invokeAll(attempts);
        }

        assertThat(answers.stream().map(Future::resultNow).filter(HoldTold.Done.class::isInstance))
                .hasSize(1);
        assertThat(answers.stream().map(Future::resultNow).filter(a -> code(a).equals("no-room")))
                .hasSize(499);
        assertThat(free(NURSING, home)).isZero();
        assertThat(holds.ofUnit(NURSING, home)).hasSize(1);
    }

    @Test
    void a_hold_that_runs_out_frees_its_place_and_cannot_be_confirmed() {
        String home = home(1);
        hasRoom(NURSING, home, 1);
        String first = newId("hold");
        String second = newId("hold");
        HoldWish shortly = wish(home, newId("p"), Duration.ofMillis(300));
        holds.place(first, shortly, STAFF, null);
        assertThat(code(holds.place(second, wish(home, newId("p")), STAFF, null)))
                .isEqualTo("no-room");
        while (time.instant().isBefore(shortly.expiresAt())) {
            Thread.onSpinWait();
        }

        HoldTold late = holds.confirm(first, "", STAFF, null);

        assertThat(late).isInstanceOfSatisfying(HoldTold.Refused.class, r -> {
            assertThat(r.code()).isEqualTo("hold-expired");
            assertThat(r.why()).contains("Hold a place anew");
        });
        assertThat(holds.place(newId("hold"), wish(home, newId("p")), STAFF, null))
                .isInstanceOf(HoldTold.Done.class);
        holds.expire();
        assertThat(holds.find(first)).map(Hold::state).contains(Hold.State.EXPIRED);
    }

    @Test
    void a_confirmed_place_is_the_persons_until_they_leave() {
        String home = home(2);
        hasRoom(NURSING, home, 2);
        String id = newId("hold");
        String person = newId("p");
        assertThat(state(holds.place(id, wish(home, person), STAFF, null))).isEqualTo(Hold.State.HELD);
        assertThat(code(holds.place(newId("hold"), wish(home, person), STAFF, null)))
                .isEqualTo("held-already");
        assertThat(state(holds.confirm(id, "Tuesday", STAFF, null))).isEqualTo(Hold.State.CONFIRMED);
        assertThat(state(holds.confirm(id, "again", STAFF, null))).isEqualTo(Hold.State.CONFIRMED);
        assertThat(code(holds.giveBack(id, "", STAFF, null))).isEqualTo("reason-missing");
        assertThat(state(holds.came(id, STAFF, null))).isEqualTo(Hold.State.THERE);
        assertThat(free(NURSING, home)).isEqualTo(1);
        assertThat(state(holds.left(id, "Went home", STAFF, null))).isEqualTo(Hold.State.LEFT);
        assertThat(free(NURSING, home)).isEqualTo(2);
    }

    @Test
    void the_same_key_holds_once() {
        String home = home(3);
        hasRoom(NURSING, home, 5);
        String id = newId("hold");
        String key = newId("key");
        HoldWish wish = wish(home, newId("p"));
        holds.place(id, wish, STAFF, key);
        holds.place(id, wish, STAFF, key);
        assertThat(free(NURSING, home)).isEqualTo(4);
    }

    @Test
    void hours_are_held_by_time_of_day_area_and_skill() {
        String agency = units.ofPool(HOME_CARE).getLast().unit();
        hasRoom(HOME_CARE, agency, 40);
        Slot morning = new Slot("central", Slot.Part.MORNING, "double-handed");
        desk.tell(
                List.of(new PoolEvent.HoursOffered(HOME_CARE, agency, List.of(new PoolEvent.Offer(morning, 7)))),
                time.instant(),
                STAFF,
                null);
        String person = newId("p");

        assertThat(state(holds.place(newId("hold"), hours(agency, morning, 5, person), STAFF, null)))
                .isEqualTo(Hold.State.HELD);
        assertThat(code(holds.place(newId("hold"), hours(agency, morning, 5, newId("p")), STAFF, null)))
                .isEqualTo("no-hours");
        Slot bed = new Slot("central", Slot.Part.BED, "double-handed");
        assertThat(code(holds.place(newId("hold"), hours(agency, bed, 1, person), STAFF, null)))
                .isEqualTo("no-hours");
        assertThat(free(HOME_CARE, agency)).isEqualTo(35);
    }

    @Test
    void a_bed_that_is_named_is_held_once_and_only_when_it_is_ready() {
        PoolId beds = PoolId.of("assessment-beds");
        String unit = "assessment-beds-central";
        HoldWish third = new HoldWish(beds, unit, "3", null, 1, newId("p"), "Next place", soon());
        assertThat(state(holds.place(newId("hold"), third, STAFF, null))).isEqualTo(Hold.State.HELD);
        HoldWish again = new HoldWish(beds, unit, "3", null, 1, newId("p"), "Next place", soon());
        assertThat(holds.place(newId("hold"), again, STAFF, null))
                .isInstanceOfSatisfying(
                        HoldTold.Refused.class, r -> assertThat(r.why()).contains("Bed 3 is held for somebody"));
        desk.tell(
                List.of(new PoolEvent.SpotChanged(beds, unit, "4", PoolEvent.Condition.CLEANING, "")),
                time.instant(),
                STAFF,
                null);
        HoldWish dirty = new HoldWish(beds, unit, "4", null, 1, newId("p"), "Next place", soon());
        assertThat(code(holds.place(newId("hold"), dirty, STAFF, null))).isEqualTo("bed-not-free");
    }

    @Test
    void the_desk_counts_what_is_held_and_gives_it_to_whom_it_is_held_for() {
        units.ofPool(RESPONSE).forEach(u -> full(RESPONSE, u.unit()));
        String unit = "response-places-central";
        hasRoom(RESPONSE, unit, 1);
        Person kept = waiting();
        Person other = waiting();
        String id = newId("hold");
        holds.place(id, HoldWish.place(RESPONSE, unit, kept.id(), "Response today", soon()), STAFF, null);

        assertThat(start(other))
                .isInstanceOfSatisfying(
                        Told.Refused.class, r -> assertThat(r.code()).isEqualTo("no-place"));
        assertThat(start(kept))
                .isInstanceOfSatisfying(
                        Told.Done.class,
                        d -> assertThat(((State.InStep) d.journey().state())
                                        .places()
                                        .getFirst()
                                        .unit())
                                .isEqualTo(unit));
        assertThat(holds.find(id)).map(Hold::state).contains(Hold.State.TAKEN);
        assertThat(free(RESPONSE, unit)).isZero();
        units.ofPool(RESPONSE).forEach(u -> hasRoom(RESPONSE, u.unit(), 20));
    }

    private record Person(String id, String journey) {}

    private Person waiting() {
        Desk all = bean(Desk.class);
        String person = newId("held-for");
        all.tellPerson(
                person,
                List.of(new PersonEvent.PersonRegistered(someone("Hilda", "Wait"))),
                time.instant(),
                STAFF,
                null);
        String id = newId("held-for");
        all.open(
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
        all.tell(id, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        all.tell(
                id,
                0,
                new JourneyCommand.Decide(
                        OptionId.of("respond"), "", List.of("nurse", "therapist"), "At home", "In a bed"),
                time.instant(),
                STAFF,
                null);
        return new Person(person, id);
    }

    private Told start(Person person) {
        return bean(Desk.class)
                .tell(person.journey(), 0, new JourneyCommand.StartStep(List.of()), time.instant(), STAFF, null);
    }

    /** Sets how many are elsewhere so that so much is free. */
    private void hasRoom(PoolId pool, String unit, double free) {
        desk.tell(List.of(new PoolEvent.TakenElsewhere(pool, unit, 0)), time.instant(), STAFF, null);
        desk.tell(
                List.of(new PoolEvent.TakenElsewhere(pool, unit, Math.max(0, free(pool, unit) - free))),
                time.instant(),
                STAFF,
                null);
    }

    private void full(PoolId pool, String unit) {
        hasRoom(pool, unit, 0);
    }

    private double free(PoolId pool, String unit) {
        return units.find(pool, unit).orElseThrow().room().free();
    }

    private String home(int number) {
        return bean(JdbcTemplate.class)
                .queryForList("select unit from unit where pool = 'nursing-beds' order by unit", String.class)
                .get(number);
    }

    private HoldWish wish(String home, String person) {
        return wish(home, person, Duration.ofHours(2));
    }

    private HoldWish wish(String home, String person, Duration lasts) {
        return HoldWish.place(
                NURSING, home, person, "A nursing bed", time.instant().plus(lasts));
    }

    private HoldWish hours(String agency, Slot slot, double hours, String person) {
        return new HoldWish(HOME_CARE, agency, null, slot, hours, person, "Care at home", soon());
    }

    private Instant soon() {
        return time.instant().plus(Duration.ofHours(2));
    }

    private static Hold.State state(HoldTold told) {
        return ((HoldTold.Done) told).hold().state();
    }

    private static String code(HoldTold told) {
        return told instanceof HoldTold.Refused refused ? refused.code() : "";
    }
}
