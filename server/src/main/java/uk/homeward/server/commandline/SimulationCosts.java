package uk.homeward.server.commandline;

import java.util.List;
import java.util.stream.IntStream;
import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.engine.Findings.PoolFinding;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.journey.pathway.PoolId;

/** What places cost, in pounds a year: those in use, and those that are provided. */
final class SimulationCosts {

    private static final double DAYS = 365.25;

    private final List<Double> perYear; // a place of each pool

    SimulationCosts(Scenario scenario, Findings found) {
        this.perYear = found.pools().stream()
                .map(p -> DAYS * scenario.pathway().get(PoolId.of(p.name())).costPerDay())
                .toList();
    }

    /** Places in use; linear in occupancy, so its interval is that of the occupancy. */
    Estimate used(int pool, PoolFinding finding) {
        return finding.occupancy().times(perYear.get(pool));
    }

    /** All places in use, {@code inUse} by pool and run. */
    Estimate used(List<List<Double>> inUse) {
        int runs = inUse.isEmpty() ? 0 : inUse.getFirst().size();
        return Estimate.of(IntStream.range(0, runs)
                .mapToObj(run -> IntStream.range(0, inUse.size())
                        .mapToDouble(p -> perYear.get(p) * inUse.get(p).get(run))
                        .sum())
                .toList());
    }

    /** All places provided; pools without limit count for nothing. */
    double provided(List<Double> capacities) {
        return IntStream.range(0, capacities.size())
                .mapToDouble(p -> perYear.get(p) * capacities.get(p))
                .filter(Double::isFinite)
                .sum();
    }
}
