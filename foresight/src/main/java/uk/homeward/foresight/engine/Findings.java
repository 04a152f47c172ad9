package uk.homeward.foresight.engine;

import java.util.List;

/**
 * What the replications together say. Times are hours; rates are people a day.
 *
 * @param hours how long the statistics of each replication cover
 * @param journeys people on a journey
 * @param periods the same levels and rates by reporting period, in order; one for the whole time if none were asked for
 * @param inUse mean places in use, by pool and replication: for sums over pools that keep what belongs together
 */
public record Findings(
        int replications,
        double hours,
        long events,
        Estimate journeys,
        List<PoolFinding> pools,
        List<StepFinding> steps,
        List<DecisionFinding> decisions,
        List<Rate> exits,
        List<Rate> sources,
        List<StandardFinding> standards,
        List<PeriodFinding> periods,
        List<List<Double>> inUse) {

    /**
     * A pool.
     *
     * @param capacity mean number of places over time; not a number for a pool without limit
     * @param occupancy places in use, those kept by blocked people included
     * @param share occupancy as a share of capacity
     * @param blocked places kept by people who wait for something else
     * @param queue people in the waiting lines for it
     * @param full the share of time in which no place was free
     * @param waitHours from ready to start, of those who started a step that may occupy it
     * @param throughput people a day who finish such a step
     */
    public record PoolFinding(
            String name,
            double capacity,
            Estimate occupancy,
            Estimate share,
            Estimate blocked,
            Estimate queue,
            Estimate full,
            Estimate waitHours,
            Estimate throughput) {}

    /**
     * A step.
     *
     * @param occupancy people in it
     * @param queue people who are ready for it and have not started
     * @param blocked people who have finished it and keep its place
     * @param waitHours from ready to start, of those who started
     * @param waited share of those who started that had to wait at all
     * @param started people a day who start it
     * @param throughput people a day who finish it
     * @param lapsed people a day who leave the wait another way
     * @param turnedAway people a day who find the queue full
     * @param cut people a day whose step a risk cuts short
     */
    public record StepFinding(
            String name,
            Estimate occupancy,
            Estimate queue,
            Estimate blocked,
            Estimate waitHours,
            Estimate waited,
            Estimate started,
            Estimate throughput,
            Estimate lapsed,
            Estimate turnedAway,
            Estimate cut) {}

    /** A decision: for each option the people a day who take it. */
    public record DecisionFinding(String name, List<Rate> options) {}

    /** People a day, and people in the whole time. */
    public record Rate(String name, Estimate perDay, Estimate count) {}

    /**
     * A standard.
     *
     * @param met share of the clocks that stopped within the limit
     * @param hours how long clocks ran
     * @param judged clocks that stopped, a day
     */
    public record StandardFinding(String name, Estimate met, Estimate hours, Estimate judged) {}

    /**
     * A reporting period.
     *
     * @param fromHours from this hour after the start of the run, warm-up included
     * @param toHours until this one
     * @param occupancy by pool
     * @param capacity by pool, mean number of places
     * @param blocked by pool
     * @param present by step
     * @param queue by step
     * @param waitHours by step, hours
     * @param throughput by step, people a day
     * @param exits people a day
     * @param sources people a day
     * @param met by standard
     * @param poolQueue by pool
     * @param poolWaitHours by pool, hours
     * @param poolThroughput by pool, people a day
     * @param stepBlocked by step
     * @param inUse by pool and replication
     */
    public record PeriodFinding(
            double fromHours,
            double toHours,
            List<Estimate> occupancy,
            List<Double> capacity,
            List<Estimate> blocked,
            List<Estimate> present,
            List<Estimate> queue,
            List<Estimate> waitHours,
            List<Estimate> throughput,
            List<Estimate> exits,
            List<Estimate> sources,
            List<Estimate> met,
            List<Estimate> poolQueue,
            List<Estimate> poolWaitHours,
            List<Estimate> poolThroughput,
            List<Estimate> stepBlocked,
            List<List<Double>> inUse) {}

    public PoolFinding pool(String name) {
        return pools.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    public StepFinding step(String name) {
        return steps.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    public Rate exit(String name) {
        return exits.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    public StandardFinding standard(String name) {
        return standards.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }
}
