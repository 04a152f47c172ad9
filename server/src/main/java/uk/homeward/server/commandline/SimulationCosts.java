package uk.homeward.server.commandline;

import uk.homeward.foresight.engine.Estimate;
import uk.homeward.foresight.engine.Findings.PoolFinding;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.journey.pathway.PoolId;

/** What places cost, in pounds a year: those in use, and those that are provided. */
final class SimulationCosts {

    private static final double DAYS = 365.25;

    private final Scenario scenario;

    SimulationCosts(Scenario scenario) {
        this.scenario = scenario;
    }

    private double perDay(PoolFinding pool) {
        return scenario.pathway().get(PoolId.of(pool.name())).costPerDay();
    }

    /** Places in use; linear in occupancy, so its interval is that of the occupancy. */
    Estimate used(PoolFinding pool) {
        double factor = perDay(pool) * DAYS;
        Estimate e = pool.occupancy();
        return new Estimate(e.mean() * factor, e.low() * factor, e.high() * factor, e.p5() * factor, e.p95() * factor);
    }

    /** Places provided; not a number for a pool without limit. */
    double provided(PoolFinding pool) {
        return perDay(pool) * DAYS * pool.capacity();
    }
}
