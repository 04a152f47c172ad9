package uk.homeward.server.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

class ScenarioPagesTest extends ServerTest {

    private static final Base BASE = new Base(
            LocalDate.of(2026, 6, 1), Map.of(PoolId.of("acute-beds"), 640), Map.of(RouteId.of("professional"), 50.0));

    private static Pathway pathway() {
        return bean(PathwaySource.class).pathway();
    }

    private static Draft draft(String... codes) {
        return Draft.of("Test \"plan\"", List.of(codes), pathway());
    }

    private static Scenario scenario(Draft draft) {
        String text = ScenarioText.of(
                "plan",
                draft.title(),
                draft.changes(),
                pathway(),
                BASE,
                bean(PathwaySource.class).text());
        return Scenario.parse("plan.yaml", text);
    }

    @Test
    void aDraftBecomesAScenarioThatStandsOnThePlaceAsItIs() {
        Scenario plan = scenario(draft(
                "pool:home-places:1140:2026-12-01",
                "pool:home-places:1200:2027-02-01",
                "step:home-enablement:50",
                "share:triage-decision:respond:60",
                "route:gateway:200"));
        assertThat(plan.title()).isEqualTo("Test \"plan\"");
        assertThat(plan.start()).isEqualTo(BASE.day().minusDays(180).atStartOfDay());
        var home = plan.pathway().get(PoolId.of("home-places"));
        assertThat(home.changes()).extracting(c -> c.capacity()).containsExactly(1140.0, 1200.0);
        assertThat(plan.pathway().get(PoolId.of("acute-beds")).capacity()).isEqualTo(640);
        assertThat(Objects.requireNonNull(
                                plan.pathway().get(StepId.of("home-enablement")).lasts())
                        .mean()
                        .toDays())
                .isEqualTo(11);
        var triage = plan.pathway().get(DecisionId.of("triage-decision"));
        assertThat(triage.get(OptionId.of("respond")).share()).isCloseTo(0.6, within(1e-9));
        assertThat(triage.get(OptionId.of("community")).share()).isCloseTo(0.14 / 0.54 * 0.4, within(1e-3));
        assertThat(perDay(plan, "professional")).isEqualTo(50);
        assertThat(perDay(plan, "gateway")).isEqualTo(18);
    }

    @Test
    void everythingMayChangeOnADay() {
        Scenario plan = scenario(draft(
                "step:home-enablement:50:2026-12-01",
                "arrange:recovery-support:200:2026-12-01",
                "share:triage-decision:respond:60:2027-01-01",
                "share:triage-decision:support:10",
                "route:gateway:200:2027-01-01",
                "within:response-2h:4:2027-02-01",
                "pool:home-places:1200:2027-02-01"));
        assertThat(plan.later())
                .extracting(l -> l.from().toString())
                .containsExactly("2026-12-01", "2027-01-01", "2027-02-01");
        Pathway december = plan.later().get(0).pathway();
        Pathway january = plan.later().get(1).pathway();
        Pathway february = plan.later().get(2).pathway();
        assertThat(days(plan.pathway(), "home-enablement")).isEqualTo(22);
        assertThat(days(december, "home-enablement")).isEqualTo(11);
        assertThat(days(february, "home-enablement")).isEqualTo(11);
        assertThat(respond(december)).isCloseTo(0.46 * 0.9 / 0.91, within(1e-3));
        assertThat(respond(january)).isCloseTo(0.6, within(1e-9));
        assertThat(january.get(DecisionId.of("triage-decision"))
                        .get(OptionId.of("support"))
                        .share())
                .isCloseTo(0.1, within(1e-9));
        assertThat(february.get(StandardId.of("response-2h")).within().toHours())
                .isEqualTo(4);
        assertThat(february.get(PoolId.of("home-places")).changes())
                .extracting(c -> c.capacity())
                .containsExactly(1200.0);
        assertThat(draft("step:home-enablement:50:2026-12-01")
                        .changes()
                        .getFirst()
                        .words(pathway()))
                .isEqualTo("Enablement at home: lasts 50% of what it does now from 1 December 2026");
    }

    private static double days(Pathway pathway, String step) {
        return Objects.requireNonNull(pathway.get(StepId.of(step)).lasts())
                        .mean()
                        .toHours()
                / 24.0;
    }

    private static double respond(Pathway pathway) {
        return pathway.get(DecisionId.of("triage-decision"))
                .get(OptionId.of("respond"))
                .share();
    }

    @Test
    void theFewestPlacesForAPromiseAreFoundOrItIsSaidThatPlacesAreNotTheReason() {
        Visitor planner = visitor(Role.ANALYST);
        String found = planner.get("/scenarios/change?title=&at=enablement-bed&reach.bed-2d=90&from=2026-12-01");
        assertThat(found).containsAnyOf("90% is reached with", "More places alone do not reach it");
        assertThat(planner.get("/scenarios/change?title=&at=enablement-bed&reach.bed-2d=lots"))
                .contains("This cannot be reached (lots)");
        assertThat(planner.get("/scenarios/new?at=crisis-response"))
                .contains("Reach for how many in a hundred")
                .contains("From which day");
    }

    private static double perDay(Scenario plan, String route) {
        return Objects.requireNonNull(plan.pathway().get(RouteId.of(route)).arrivals())
                .perDay();
    }

    @Test
    void whatCannotBeIsLeftOutOfAnAddressAndTheLaterOfTwoCounts() {
        Draft draft = draft(
                "pool:no-such:3",
                "pool:home-places:-3",
                "step:triage:5",
                "nonsense",
                "route:gateway:90",
                "route:gateway:80",
                "share:triage-decision:respond:200");
        assertThat(draft.codes()).containsExactly("route:gateway:80");
        assertThat(draft.address("triage")).endsWith("&change=route%3Agateway%3A80&at=triage#form");
    }

    @Test
    void aPlannerBuildsPlaysNamesSharesComparesAndTakesAScenarioAlong(@TempDir Path folder) throws Exception {
        Visitor planner = visitor(Role.COMMISSIONER);
        String builder = planner.get("/scenarios/new?at=home-enablement");
        assertThat(builder)
                .contains(
                        "Home enablement caseload: how many", "<a href=\"/scenarios/new?title=&amp;at=triage#form\">");
        String changed = planner.get(
                "/scenarios/change?title=&at=home-enablement&places.home-places=60&from=&stay.home-enablement=");
        assertThat(changed).contains("Home enablement caseload: 60 places from the start");
        planner.send("/scenarios", "title", "Far too few home places", "change", "pool:home-places:60");
        bean(PlayingScenarios.class).await(planner.path().substring("/scenarios/".length()), 120_000);
        String result = planner.get(planner.path());
        assertThat(result)
                .contains(
                        "<h1>Far too few home places</h1>",
                        "What it does",
                        "People who wait for home enablement caseload");
        String address = planner.path();
        String yaml = planner.get(address + "/file");
        Path file = Files.writeString(folder.resolve("scenario.yaml"), yaml);
        assertThat(Scenario.load(file).pathway().get(PoolId.of("home-places")).capacity())
                .isEqualTo(60);
        assertThat(planner.get(address + "/csv")).contains("pool,home-places,waiting,");
        String id = address.substring(address.lastIndexOf('/') + 1);
        assertThat(planner.get("/scenarios/compare?id=" + id))
                .contains("What each does, against the place as it is", "As it is");
        assertThat(planner.get("/scenarios/compare/csv?id=" + id)).startsWith("scenario,measure,from,mean");

        assertThat(get(address, "analyst").statusCode()).as("not shared yet").isEqualTo(404);
        planner.send(address + "/keep", "title", "Too few home places", "shared", "true");
        assertThat(get(address, "analyst").body()).contains("<h1>Too few home places</h1>");
        assertThat(get("/scenarios", "analyst").body()).contains("Too few home places");
        assertThat(get(address, "therapist").statusCode()).isEqualTo(403);
    }

    @Test
    void scriptsPlayScenariosToo() {
        assertThat(get("/api/scenarios", "programme").statusCode()).isEqualTo(200);
        Draft draft = draft("pool:acute-beds:700");
        assertThat(draft.changes().getFirst().words(pathway()))
                .isEqualTo("Acute hospital beds for older people: 700 places from the start");
    }
}
