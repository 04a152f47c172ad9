package uk.homeward.server.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.capacity.Hold;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.Script;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.UnitDesk;
import uk.homeward.server.time.PlaceTime;

/** What is free, said by those who know it and seen by those who need it. */
class CapacityPagesTest extends ServerTest {

    private static final PoolId NURSING = PoolId.of("nursing-beds");

    private final UnitsNow units = bean(UnitsNow.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final String own = bean(DemoUsers.class).of(Role.PROVIDER).organisation();

    @Test
    void the_board_shows_pools_and_units_and_never_the_places_data_as_fresh() {
        String board = visitor(Role.COMMISSIONER).get("/capacity?pool=residential-beds");
        assertThat(board).contains("Residential care beds").contains("never confirmed by the unit itself");
        assertThat(visitor(Role.HUB).get("/capacity?pool=acute-beds&state=full&q=zzz"))
                .contains("No unit matches what you chose");
        assertThat(get("/capacity.csv?pool=virtual-ward-places", "analyst").body())
                .startsWith("pool,unit,title")
                .contains("virtual-ward-uhb,\"Hospital at home (UHB)\"")
                .contains(",never");
    }

    @Test
    void a_provider_updates_with_one_tap_and_the_figure_is_fresh_at_once() {
        Visitor provider = visitor(Role.PROVIDER);
        set(own, 10, 6);
        assertThat(provider.get("/my-units")).contains("Nothing changed").contains("4</span> free of 10");

        String page = provider.send(path(own) + "/change", "change", "-1", "back", "mine");

        assertThat(provider.path()).isEqualTo("/my-units");
        assertThat(page).contains("3</span> free of 10").contains("confirmed 0 min ago by Helen Marsh");
        provider.send(path(own) + "/change", "change", "1", "back", "mine");
        assertThat(provider.send("/my-units/confirm")).contains("Confirmed: nothing changed in 1 unit.");
        assertThat(free(own)).isEqualTo(4);
        assertThat(provider.send(path(own) + "/free", "free", "0")).contains("Kept");
        assertThat(provider.send(path(own) + "/change", "change", "-1")).contains("Nothing is free");
        assertThat(provider.send(path(own) + "/free", "free", "99")).contains("So many cannot be free");
        assertThat(provider.send(path(own) + "/free", "free", "-2")).contains("Say 0 where nothing is");
        assertThat(provider.send(path(own) + "/free", "free", "many")).contains("not a number");
        assertThat(provider.send(path(own) + "/count", "capacity", "10", "out_of_service", "3"))
                .contains("Say why more is out of service");
        assertThat(free(own)).isZero();
    }

    @Test
    void a_provider_neither_sees_nor_changes_another_providers_unit_by_any_door() {
        String other = units.ofPool(NURSING).stream()
                .map(UnitsNow.UnitLine::unit)
                .filter(u -> !u.equals(own))
                .findFirst()
                .orElseThrow();
        set(other, 10, 5);
        Visitor provider = visitor(Role.PROVIDER);
        assertThat(provider.get("/capacity")).contains(path(own)).doesNotContain(path(other));
        provider.get(path(other));
        assertThat(provider.status()).isEqualTo(404);
        provider.send(path(other) + "/free", "free", "0");
        assertThat(provider.status()).isEqualTo(404);
        Script script = script(Role.PROVIDER);
        assertThat(script.post("/api/capacity/nursing-beds/" + other + "/free", "{\"free\": 0}")
                        .status())
                .isEqualTo(404);
        assertThat(script.get("/api/capacity").json()).hasSize(1);
        HttpResponse<String> table = post(
                "/my-units/table",
                "provider",
                "kind=capacity&text=unit,capacity,out_of_service,free%0A" + other + ",10,0,0");
        assertThat(table.body()).contains("you do not speak for this unit");
        assertThat(free(other)).isEqualTo(5);
    }

    @Test
    void scripts_say_and_read_the_same() {
        set(own, 12, 6);
        Script script = script(Role.PROVIDER);
        Script.Reply reply = script.post(
                "/api/capacity/nursing-beds/" + own + "/count",
                "{\"capacity\": 12, \"out_of_service\": 2, \"free\": 3, \"reason\": \"flooded rooms\"}",
                newId("key"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("free").asDouble()).isEqualTo(3);
        assertThat(reply.json().path("freshness").asString()).isEqualTo("fresh");
        assertThat(script.post(
                                "/api/capacity/nursing-beds/" + own + "/count",
                                "{\"capacity\": 1, \"out_of_service\": 2}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("impossible-count");
        assertThat(script.post("/api/capacity/nursing-beds/" + own + "/count", "{\"capacity\": \"lots\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_table_is_taken_row_by_row_and_says_what_is_free_and_which_hours() {
        set(own, 10, 6);
        String agency = units.ofPool(PoolId.of("home-care-hours")).getFirst().unit();
        String answer = csv(
                "/api/import/capacity",
                "unit,capacity,out_of_service,free\n" + own + ",10,0,2\nnowhere,5,0,1\n" + agency + ",-4,0,1\n");
        assertThat(answer).contains("CHANGED").contains("there is no such unit").contains("less than nothing");
        assertThat(free(own)).isEqualTo(2);
        assertThat(csv("/api/import/capacity", "unit,capacity,out_of_service,free\n" + own + ",10,0,11\n"))
                .contains("more would be free than there is");
        String hours = csv(
                "/api/import/hours",
                "unit,area,part,skill,hours\n" + agency + ",central,morning,double-handed,6\n" + agency
                        + ",nowhere,noon,juggling,x\n");
        assertThat(hours)
                .contains("CHANGED")
                .contains("no such area")
                .contains("not a number")
                .contains("juggling");
        assertThat(visitor(Role.HUB).get("/capacity/home-care-hours/" + agency))
                .contains("double-handed")
                .contains("Morning");
    }

    @Test
    void beds_have_states_and_the_time_they_take_to_be_ready_is_measured() {
        Visitor hub = visitor(Role.HUB);
        UnitsNow.UnitLine unit = units.ofPool(PoolId.of("enablement-beds")).getLast();
        String path = "/capacity/enablement-beds/" + unit.unit();
        bean(UnitDesk.class)
                .tell(
                        List.of(
                                new PoolEvent.SpotsNamed(poolOf(unit), unit.unit(), List.of("1", "2", "3")),
                                new PoolEvent.SpotChanged(
                                        poolOf(unit), unit.unit(), "1", PoolEvent.Condition.CLEANING, "")),
                        time.instant().minus(Duration.ofMinutes(90)),
                        STAFF,
                        null);
        assertThat(hub.get(path)).contains("Being cleaned");
        assertThat(hub.send(path + "/spot", "spot", "1", "condition", "READY"))
                .contains("a bed is ready again after 90 minutes on average");
        assertThat(hub.send(path + "/spot", "spot", "2", "condition", "OUT_OF_SERVICE"))
                .contains("Say why the bed is out of service");
        assertThat(hub.send(path + "/spot", "spot", "2", "condition", "OUT_OF_SERVICE", "reason", "hoist"))
                .contains("Out of service: hoist");
        assertThat(hub.send(path + "/spot", "spot", "3", "condition", "LEAVING"))
                .contains("<strong>3</strong> Leaving");
        assertThat(hub.send(path + "/spot", "spot", "3", "condition", "OCCUPIED"))
                .contains("<strong>3</strong> Occupied");
        HoldWish wish = new HoldWish(
                poolOf(unit),
                unit.unit(),
                "1",
                null,
                1,
                person("Kept"),
                "After hip",
                time.instant().plus(Duration.ofHours(1)));
        assertThat(bean(Holds.class).place(newId("hold"), wish, STAFF, null)).isInstanceOf(HoldTold.Done.class);
        assertThat(hub.get(path)).contains("<strong>1</strong> Held");
        assertThat(hub.send(path + "/spot", "spot", "99", "condition", "READY")).contains("has no bed (99)");
    }

    @Test
    void enablement_at_home_says_its_hours_by_area_time_of_day_and_skill_and_a_ward_does_not() {
        String team = units.ofPool(PoolId.of("home-places")).getFirst().unit();
        String path = "/capacity/home-places/" + team;
        Visitor hub = visitor(Role.HUB);
        hub.get(path);
        String page =
                hub.send(path + "/hours", "area", "north", "part", "LUNCH", "skill", "double-handed", "hours", "7.5");
        assertThat(page).contains("Hours a week that can still be given", ">Lunch<", ">double-handed<", ">7.5<");
        assertThat(script(Role.HUB)
                        .post("/api" + path + "/hours", "{\"part\": \"BED\", \"hours\": 3}")
                        .status())
                .isEqualTo(200);
        assertThat(script(Role.HUB).get("/api" + path).json().path("hours")).hasSize(2);
        assertThat(csv("/api/import/hours", "unit,part,hours\n" + team + ",bed,0\n" + own + ",bed,3\n"))
                .contains("CHANGED", "this unit has beds and offers no hours");
        hub.get(path(own));
        assertThat(hub.send(path(own) + "/hours", "part", "BED", "hours", "2"))
                .contains("This unit has beds and offers no hours");
        assertThat(hub.get(path(own))).doesNotContain("Hours a week that can still be given");
        assertThat(script(Role.COORDINATOR)
                        .post(
                                "/api/holds",
                                "{\"pool\": \"home-places\", \"unit\": \"" + team + "\", \"person\": \""
                                        + person("Hours") + "\", \"purpose\": \"x\", \"part\": \"LUNCH\"}")
                        .body())
                .contains("Here a place is held, not hours");
    }

    private static PoolId poolOf(UnitsNow.UnitLine unit) {
        return PoolId.of(unit.pool());
    }

    @Test
    void staff_hold_confirm_and_give_back_through_the_page() {
        set(own, 10, 6);
        String person = newId("held");
        bean(Desk.class)
                .tellPerson(
                        person,
                        List.of(new PersonEvent.PersonRegistered(someone("Ivy", "Held"))),
                        time.instant(),
                        STAFF,
                        null);
        Visitor hub = visitor(Role.HUB);
        hub.get(path(own));
        String page = hub.send("/holds", "pool", "nursing-beds", "unit", own, "person", person, "purpose", "After hip");
        assertThat(page).contains("Held until").contains("After hip").doesNotContain("Ivy");
        HoldLine hold = bean(Holds.class).ofPerson(person).getFirst();
        assertThat(hub.send("/holds/" + hold.id() + "/confirm")).contains("The place is theirs");
        assertThat(hub.send("/holds/" + hold.id() + "/give-back")).contains("Say why it is given back");
        assertThat(hub.send("/holds/" + hold.id() + "/give-back", "reason", "Went home"))
                .contains("Given back.");
        assertThat(bean(Holds.class).find(hold.id())).map(Hold::state).contains(Hold.State.GIVEN_BACK);
        assertThat(hub.send("/holds", "pool", "nursing-beds", "unit", own, "person", "nobody", "purpose", "x"))
                .contains("Register them first");
        assertThat(script(Role.COORDINATOR)
                        .post(
                                "/api/holds",
                                "{\"pool\": \"nursing-beds\", \"unit\": \"nowhere\", \"person\": \"" + person
                                        + "\", \"purpose\": \"x\"}")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("unit-unknown");
    }

    private String person(String given) {
        String id = newId("capacity-person");
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(new PersonEvent.PersonRegistered(someone(given, "Bed"))),
                        time.instant(),
                        STAFF,
                        null);
        return id;
    }

    private static String csv(String path, String table) {
        return send(HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer demo-hub")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(table)))
                .body();
    }

    private String path(String unit) {
        return "/capacity/nursing-beds/" + unit;
    }

    private double free(String unit) {
        return units.find(NURSING, unit).orElseThrow().room().free();
    }

    private void set(String unit, double capacity, double elsewhere) {
        bean(UnitDesk.class)
                .tell(
                        List.of(
                                new PoolEvent.CapacityConfirmed(NURSING, unit, capacity, 0, ""),
                                new PoolEvent.TakenElsewhere(NURSING, unit, elsewhere)),
                        time.instant(),
                        STAFF,
                        null);
        double held = units.find(NURSING, unit).orElseThrow().room().held();
        bean(UnitDesk.class)
                .tell(
                        List.of(new PoolEvent.TakenElsewhere(NURSING, unit, Math.max(0, elsewhere - held))),
                        time.instant(),
                        STAFF,
                        null);
    }
}
