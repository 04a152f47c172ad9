package uk.homeward.server.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.homeward.foresight.forecast.Leaving;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;

/** Who could move first: those who are done and wait, then those whose step most likely ends within a day. */
final class Movers {

    private static final int FOR_EACH_POOL = 4;
    private static final Duration DAY = Duration.ofDays(1);

    private final Pathway pathway;
    private final Instant now;

    Movers(Pathway pathway, Instant now) {
        this.pathway = pathway;
        this.now = now;
    }

    List<Mover> of(List<Somebody> people) {
        List<Mover> movers = new ArrayList<>();
        for (PoolId pool : pathway.pools().keySet()) {
            people.stream()
                    .filter(p -> p.pools().contains(pool.value()))
                    .map(p -> mover(p, pool.value()))
                    .sorted(Comparator.comparing(Mover::ready)
                            .reversed()
                            .thenComparing(
                                    Comparator.comparingDouble(Mover::chance).reversed())
                            .thenComparing(Mover::since))
                    .limit(FOR_EACH_POOL)
                    .forEach(movers::add);
        }
        return movers;
    }

    private Mover mover(Somebody p, String pool) {
        if (!p.isInStep()) {
            String waitsFor = p.state().equals("WAITING")
                    ? pathway.find(StepId.of(p.at())).map(Step::title).orElse(p.at())
                    : "";
            return new Mover(p.journey(), pool, "", p.locality(), p.readySince(), true, waitsFor, 1);
        }
        Step step = pathway.get(StepId.of(p.at()));
        double chance = Leaving.chance(step, p.attributes(), p.elapsed(now), DAY);
        return new Mover(p.journey(), pool, step.title(), p.locality(), p.since(), false, "", chance);
    }
}
