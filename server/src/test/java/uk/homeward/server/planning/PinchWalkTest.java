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

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void fromTheOverviewAPlannerFindsThePinchAndAScenarioThatRelievesIt() {
        Visitor planner = visitor(Role.ANALYST);
        assertThat(planner.get("/overview")).contains("href=\"/scenarios/pinch\"");
        assertThat(planner.get("/scenarios/pinch")).contains("<h1>Where the year pinches</h1>");
        assertThat(visitor(Role.THERAPIST).get("/overview")).doesNotContain("/scenarios/pinch");

        Base shipped = new Base(DAY, Map.of(), Map.of()); // the shipped pathway's own places and people
        List<YearPinch> pinches = bean(YearAsItIs.class).pinches(shipped);
        YearPinch pinch = pinches.getFirst();
        assertThat(pinch.words()).contains("Home enablement caseload", "people wait for one on average");
        Change.Places places = bean(Relief.class).of(PoolId.of(pinch.pool()), shipped);
        assertThat(places.places()).isGreaterThan((int) pinch.places());

        String builder = planner.get("/scenarios/new?relieve=" + pinch.pool());
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

    private static String text(List<Change> changes, Base base) {
        PathwaySource source = bean(PathwaySource.class);
        return ScenarioText.of("walk", "Walk", changes, source.pathway(), base, source.text());
    }

    private static Findings play(String text) {
        return ScenarioRun.of(Scenario.parse("walk.yaml", text)).play(4, 1, 2, Listener.NONE);
    }
}
