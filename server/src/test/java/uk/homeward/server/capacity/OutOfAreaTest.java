package uk.homeward.server.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.Script;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** Beds that several trusts share, and who is far from home because none was free. */
class OutOfAreaTest extends ServerTest {

    private final UnitsNow units = bean(UnitsNow.class);
    private final PlaceTime time = bean(PlaceTime.class);

    @Test
    void a_placement_out_of_area_is_recorded_where_the_trusts_share_their_beds() {
        String unit = "mental-health-beds-bsmhft";
        String path = "/capacity/mental-health-beds/" + unit;
        Visitor hub = visitor(Role.HUB);
        assertThat(hub.get("/capacity?pool=mental-health-beds"))
                .contains("BSMHFT")
                .contains("BCPFT");
        hub.get(path);
        assertThat(hub.send(path + "/out-of-area", "person", "nobody", "where", "x", "kilometres", "-3", "reason", "x"))
                .contains("Register them first", "not below 0");
        String person = person("Away");
        String page = hub.send(
                path + "/out-of-area",
                "person",
                person,
                "where",
                "A hospital in Derby",
                "kilometres",
                "62",
                "reason",
                "full");
        assertThat(page).contains("A hospital in Derby, 62 km away");
        String placement = page.split("name=\"placement\" value=\"")[1].split("\"")[0];
        assertThat(hub.send(path + "/back-in-area", "placement", placement)).doesNotContain("Is back");
    }

    @Test
    void the_trusts_that_share_mental_health_beds_update_them_and_who_is_out_of_area_by_script_and_by_table() {
        List<UnitsNow.UnitLine> shared = units.ofPool(PoolId.of("mental-health-beds"));
        assertThat(shared)
                .extracting(UnitsNow.UnitLine::organisation)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(1);
        String away = person("Faraway");
        Script hub = script(Role.HUB);
        for (UnitsNow.UnitLine unit : shared) {
            Visitor trust = visitor(Role.PROVIDER, unit.organisation());
            String page = "/capacity/mental-health-beds/" + unit.unit();
            trust.get(page);
            assertThat(trust.send(page + "/count", "capacity", "30", "out_of_service", "0", "free", "4"))
                    .as("each trust says how its own beds stand")
                    .contains("Kept");
            assertThat(hub.get("/api" + page).json().path("free").asDouble()).isEqualTo(4);
            assertThat(hub.post("/api" + page + "/free", "{\"free\": 3}")
                            .json()
                            .path("free")
                            .asDouble())
                    .isEqualTo(3);
            shared.stream().filter(other -> !other.equals(unit)).forEach(other -> {
                trust.send("/capacity/mental-health-beds/" + other.unit() + "/free", "free", "0");
                assertThat(trust.status()).as("and nobody else's").isEqualTo(404);
            });
        }
        UnitsNow.UnitLine first = shared.getFirst();
        String path = "/api/capacity/mental-health-beds/" + first.unit();
        assertThat(hub.post(
                                path + "/out-of-area",
                                "{\"person\": \"" + away + "\", \"where\": \"Derby\", \"kilometres\": 62,"
                                        + " \"reason\": \"full\"}")
                        .status())
                .isEqualTo(200);
        JsonNode placed = placements(hub, path, away);
        assertThat(placed.path("where").asString()).isEqualTo("Derby");
        assertThat(hub.post(
                                path + "/back-in-area",
                                "{\"placement\": \"" + placed.path("placement").asString() + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(placements(hub, path, away).isMissingNode()).isTrue();

        String header = "unit,person,where,kilometres,reason,back\n";
        String row = first.unit() + "," + away + ",Leeds,180,full,\n";
        String bad = first.unit() + ",nobody,Leeds,far,full,\nnowhere," + away + ",Leeds,1,full,\n" + first.unit() + ","
                + away + ",York,-1,,\n";
        assertThat(csv("/api/import/out-of-area", header + row + bad))
                .contains("ADDED")
                .contains("nobody with this number or id is known here")
                .contains("this is not a number")
                .contains("there is no such unit")
                .contains("less than nothing")
                .contains("reason");
        assertThat(csv("/api/import/out-of-area", header + row)).contains("UNCHANGED");
        assertThat(visitor(Role.HUB).get("/capacity/mental-health-beds/" + first.unit()))
                .contains("Leeds, 180 km away");
        assertThat(csv("/api/import/out-of-area", header + first.unit() + "," + away + ",Leeds,,,yes\n"))
                .contains("CHANGED");
        assertThat(placements(hub, path, away).isMissingNode()).isTrue();
    }

    private static JsonNode placements(Script script, String path, String person) {
        return script.get(path)
                .json()
                .path("outOfArea")
                .valueStream()
                .filter(p -> p.path("person").asString().equals(person))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
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
}
