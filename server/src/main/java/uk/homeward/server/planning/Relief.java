package uk.homeward.server.planning;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.journey.pathway.PoolId;

/** How many places a pool would need: what would be in use for 95% of the time if there were no limit. */
@Component
class Relief {

    private static final int NO_LIMIT = 50_000;
    private static final int RUNS = 4;
    private static final double LEAST_MORE = 1.05;

    private final PathwaySource source;
    private final YearRuns years;

    Relief(PathwaySource source, YearRuns years) {
        this.source = source;
        this.years = years;
    }

    /** The run without a limit, which may have been played already. */
    YearRuns.Year year(PoolId pool, Base base) {
        String text = ScenarioText.of(
                "relief",
                "Relief",
                List.of(new Change.Places(pool, NO_LIMIT, null)),
                source.pathway(),
                base,
                source.text());
        return years.of(text, RUNS);
    }

    /** The change that relieves the pool, from what was found without a limit. */
    Change.Places of(PoolId pool, Base base, Findings found) {
        double wanted = found.pool(pool.value()).occupancy().p95();
        double now = base.places()
                .getOrDefault(pool, (int) Math.round(source.pathway().get(pool).capacity()));
        return new Change.Places(pool, (int) Math.ceil(Math.max(wanted, LEAST_MORE * now)), null);
    }
}
