package uk.homeward.server.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;

/** The way of a planner who has never seen it: from the overview to the pinch, and to a scenario that relieves it. */
class PinchWalkTest extends ServerTest {

    private static final long PATIENCE = 120_000;
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void fromTheOverviewAPlannerFindsThePinchAndAScenarioThatRelievesIt() {
        Visitor planner = visitor(Role.ANALYST);
        assertThat(planner.get("/overview")).contains("href=\"/scenarios/pinch\"");
        assertThat(planner.get("/scenarios/pinch")).contains("<h1>Where the year pinches</h1>");
        assertThat(played(planner, "/scenarios/pinch")).contains("Hours until they start");
        assertThat(visitor(Role.THERAPIST).get("/overview")).doesNotContain("/scenarios/pinch");

        Base shipped = new Base(DAY, Map.of(), Map.of()); // the shipped pathway's own places and people
        List<YearPinch> pinches = bean(YearAsItIs.class)
                .pinches(bean(YearAsItIs.class).year(shipped).found(PATIENCE).orElseThrow(), DAY);
        YearPinch pinch = pinches.getFirst();
        assertThat(pinch.words()).contains("Home enablement caseload", "people wait for one on average");
        Change.Places places = bean(Relief.class)
                .of(
                        PoolId.of(pinch.pool()),
                        shipped,
                        bean(Relief.class)
                                .year(PoolId.of(pinch.pool()), shipped)
                                .found(PATIENCE)
                                .orElseThrow());
        assertThat(places.places()).isGreaterThan((int) pinch.places());

        String builder = played(planner, "/scenarios/new?relieve=" + pinch.pool());
        assertThat(builder).contains("places from the start", "for 95% of the time", "Play it for a year");
        String text = text(List.of(places), shipped);
        Findings before = play(text(List.of(), shipped));
        Findings after = play(text);
        assertThat(Consequences.of(bean(PathwaySource.class).pathway(), before, after).stream()
                        .filter(c -> c.verdict() == Consequence.Verdict.BETTER)
                        .map(Consequence::words))
                .anyMatch(words -> words.startsWith("People who wait for home enablement"));
        assertThat(after.pool(pinch.pool()).queue().mean()).isLessThan(0.1 * pinch.waiting());
    }

    /** The page once its year has been played: it shows how far it is, and where it looks again. */
    private static String played(Visitor planner, String path) {
        String page = planner.get(path);
        for (int i = 0; i < 60 && page.contains("<progress"); i++) {
            assertThat(page).contains("in a hundred done", "Stop it");
            String run = page.replaceAll("(?s).*/scenarios/years/([0-9a-f-]+)/cancel.*", "$1");
            page = planner.get(path + (path.contains("?") ? "&" : "?") + "run=" + run);
        }
        return page;
    }

    @Test
    void aYearThatIsPlayedCanBeStoppedAndPlayedAgain() {
        YearRuns years = bean(YearRuns.class);
        Base shipped = new Base(DAY.plusDays(1), Map.of(), Map.of());
        YearRuns.Year year = years.of(text(List.of(), shipped), 500);
        assertThat(years.of(text(List.of(), shipped), 500).id()).isEqualTo(year.id());
        Visitor planner = visitor(Role.ANALYST);
        assertThat(planner.get("/scenarios/pinch?run=" + year.id())).contains("in a hundred done", "Stop it");
        String stopped = planner.send("/scenarios/years/" + year.id() + "/cancel", "back", "/scenarios/pinch");
        assertThat(stopped).contains("It was stopped before it was done", "Play it again");
        assertThat(year.found(PATIENCE)).isEmpty();
        assertThat(years.of(text(List.of(), shipped), 500).id()).isNotEqualTo(year.id());
        years.cancel(years.of(text(List.of(), shipped), 500).id());
    }

    private static String text(List<Change> changes, Base base) {
        PathwaySource source = bean(PathwaySource.class);
        return ScenarioText.of("walk", "Walk", changes, source.pathway(), base, source.text());
    }

    private static Findings play(String text) {
        return ScenarioRun.of(Scenario.parse("walk.yaml", text)).play(4, 1, 2, Listener.NONE);
    }
}
