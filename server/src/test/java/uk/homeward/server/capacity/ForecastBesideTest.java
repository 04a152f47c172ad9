package uk.homeward.server.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.DemoUsers;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.planning.RunningOut;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Page;
import uk.homeward.server.web.Times;

/** What is ahead, beside what is free now. */
class ForecastBesideTest extends ServerTest {

    private final UnitsNow units = bean(UnitsNow.class);
    private final PlaceTime time = bean(PlaceTime.class);
    private final String own = bean(DemoUsers.class).of(Role.PROVIDER).organisation();

    @Test
    void the_forecast_of_its_pool_stands_beside_each_pool_and_unit() {
        Visitor hub = visitor(Role.HUB);
        String path = "/capacity/response-places/"
                + units.ofPool(PoolId.of("response-places")).getFirst().unit();
        bean(Desk.class)
                .open(
                        newId("capacity-journey"),
                        PathwayId.of("intermediate-care"),
                        new JourneyCommand.Open(
                                person("Comes"),
                                RouteId.of("professional"),
                                new Sender("gp", "", "", ""),
                                "Has fallen",
                                Map.of("locality", "central", "urgency", "urgent")),
                        time.instant(),
                        STAFF,
                        null);
        hub.get("/forecast");
        hub.send("/forecast");
        RunningOut.Told told = bean(RunningOut.class).findLatest().orElseThrow();
        double today = told.chances().getOrDefault("response-places", List.of()).getFirst();
        String chance = today < 0.005 ? "0%" : Math.round(today * 100) + "%";
        assertThat(hub.get("/capacity"))
                .contains("chances are those of the forecast made at")
                .contains("data-label=\"Runs out today\">" + chance + "<");
        assertThat(hub.get(path))
                .contains("What is ahead for Crisis response at home")
                .contains("Chance that none of its places is free: <strong>" + chance + "</strong> today");
        assertThat(hub.get(path(own))).contains("Nothing is forecast of this pool");
        assertThat(visitor(Role.PROVIDER).get(path(own)))
                .as("who may not see forecasts is told nothing of them")
                .doesNotContain("What is ahead");
        assertThat(visitor(Role.RESPONDER).get("/capacity")).doesNotContain("Runs out today");
    }

    @Test
    void where_no_forecast_was_made_yet_the_board_says_so() {
        StringOutput output = new StringOutput();
        CapacityBoard.View view = new CapacityBoard.View(
                bean(CapacityBoard.class)
                        .view(BoardAsked.of(Map.of()), bean(DemoUsers.class).of(Role.HUB))
                        .pools(),
                List.of(),
                0,
                true,
                Optional.empty(),
                List.of());
        Times times = new Times(ZoneOffset.UTC, time.instant());
        bean(TemplateEngine.class)
                .render(
                        "capacity/board.jte",
                        Map.of(
                                "page",
                                new Page(
                                        "A place",
                                        false,
                                        bean(DemoUsers.class).of(Role.HUB),
                                        "/capacity",
                                        time.instant(),
                                        ZoneOffset.UTC,
                                        null,
                                        "",
                                        List.of()),
                                "view",
                                view,
                                "asked",
                                BoardAsked.of(Map.of()),
                                "words",
                                new CapacityWords(bean(CapacityBoard.class), times, time.instant()),
                                "localities",
                                List.of()),
                        output);
        assertThat(output.toString()).contains("no forecast has been made yet, so no chances are shown");
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

    private String path(String unit) {
        return "/capacity/nursing-beds/" + unit;
    }
}
