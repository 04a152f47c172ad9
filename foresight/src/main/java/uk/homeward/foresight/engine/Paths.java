package uk.homeward.foresight.engine;

import java.util.List;
import uk.homeward.foresight.engine.Periods.Period;

/**
 * How every replication stood at the end of each reporting period, and what happened within each: for forecasts, whose
 * readers ask for whole distributions. Replications and periods count from 0, pools, steps and standards in the order of
 * the network. All values are in the engine's units, which are parts of places where steps occupy fractions.
 */
public final class Paths {

    private final Compiled net;
    private final Layout at;
    private final List<List<Period>> runs;

    Paths(Compiled net, Layout at, List<List<Period>> runs) {
        this.net = net;
        this.at = at;
        this.runs = List.copyOf(runs);
    }

    public int replications() {
        return runs.size();
    }

    public int periods() {
        return runs.getFirst().size();
    }

    /** Hours after the start of the run at which the period ends. */
    public double endHours(int period) {
        return runs.getFirst().get(period).end() / Lasts.HOUR;
    }

    public List<String> pools() {
        return net.network.pools().stream().map(p -> p.name()).toList();
    }

    public List<String> standards() {
        return net.network.standards().stream().map(s -> s.name()).toList();
    }

    /** Places in use, those kept by blocked people included. */
    public int inUse(int run, int period, int pool) {
        return period(run, period).values()[at.useLevel[pool]];
    }

    /** People in the waiting lines for the pool. */
    public int queue(int run, int period, int pool) {
        return period(run, period).values()[at.queueLevel[pool]];
    }

    /** Places kept by people who wait for something else. */
    public int kept(int run, int period, int pool) {
        return period(run, period).values()[at.stuck + pool];
    }

    /** Places that there are; {@link Integer#MAX_VALUE} where there is no limit. */
    public int capacity(int run, int period, int pool) {
        return period(run, period).capacities()[pool];
    }

    /** Hours that people waited for the pool within the period, all together. */
    public double queueHours(int run, int period, int pool) {
        return area(run, period, at.queueLevel[pool]);
    }

    /** Hours for which places of the pool were kept by people who waited for something else, all together. */
    public double keptHours(int run, int period, int pool) {
        return area(run, period, at.stuck + pool);
    }

    /** Clocks of the standard that stopped within the period. */
    public long judged(int run, int period, int standard) {
        return count(run, period, at.judged + standard);
    }

    /** Of these, those that stopped within the limit. */
    public long met(int run, int period, int standard) {
        return count(run, period, at.met + standard);
    }

    private Period period(int run, int period) {
        return runs.get(run).get(period);
    }

    private double area(int run, int period, int level) {
        long before = period == 0 ? 0 : period(run, period - 1).areas()[level];
        return (period(run, period).areas()[level] - before) / Lasts.HOUR;
    }

    private long count(int run, int period, int count) {
        long before = period == 0 ? 0 : period(run, period - 1).counts()[count];
        return period(run, period).counts()[count] - before;
    }
}
