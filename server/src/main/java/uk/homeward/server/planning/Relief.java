package uk.homeward.server.planning;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.pathway.PoolId;

/** How many places a pool would need: what would be in use for 95% of the time if there were no limit. */
@Component
class Relief {

    private static final int NO_LIMIT = 50_000;
    private static final int RUNS = 4;
    private static final double LEAST_MORE = 1.05;

    private final PathwaySource source;

    Relief(PathwaySource source) {
        this.source = source;
    }

    /** The change that relieves the pool. */
    Change.Places of(PoolId pool, Base base) {
        String text = ScenarioText.of(
                "relief",
                "Relief",
                List.of(new Change.Places(pool, NO_LIMIT, null)),
                source.pathway(),
                base,
                source.text());
        Findings found = ScenarioRun.of(Scenario.parse("relief.yaml", text)).play(RUNS, 1, RUNS, Listener.NONE);
        double wanted = found.pool(pool.value()).occupancy().p95();
        double now = base.places()
                .getOrDefault(pool, (int) Math.round(source.pathway().get(pool).capacity()));
        return new Change.Places(pool, (int) Math.ceil(Math.max(wanted, LEAST_MORE * now)), null);
    }
}
