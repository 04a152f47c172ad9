package uk.homeward.foresight.engine;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a run counts. All sums are whole numbers of people or milliseconds: the order of replications does not matter, and
 * Little's law can be checked without tolerance.
 */
final class Tally {

    final Layout at;
    final StepState[] steps;
    final PoolState[] pools;
    final long[] counts; // decisions, exits, sources, standards; steps and pools keep their own
    final Spans clocks;
    private long from;

    Tally(Compiled net) {
        at = new Layout(net);
        pools = new PoolState[net.pools];
        for (int p = 0; p < pools.length; p++) {
            boolean ownUse = at.useLevel[p] == at.inUse + p;
            boolean ownQueue = at.queueLevel[p] == at.queue + p;
            pools[p] = new PoolState(p, net.network.pools().get(p), ownUse, ownQueue);
        }
        steps = new StepState[net.steps];
        Arrays.setAll(steps, s -> new StepState(net.plans[s], pools));
        counts = new long[at.counts];
        clocks = new Spans(net.standards);
    }

    /** Forgets what was counted before {@code now}; levels keep their values. */
    void restart(long now) {
        settle(now);
        for (StepState step : steps) {
            step.restart(now);
        }
        for (PoolState pool : pools) {
            pool.restart(now);
        }
        Arrays.fill(counts, 0);
        clocks.restart();
        from = now;
    }

    /** Brings all levels up to {@code now}. */
    void settle(long now) {
        for (int level = 0; level < at.levels; level++) {
            if (has(level)) {
                level(level).change(0, now);
            }
        }
        for (PoolState pool : pools) {
            pool.settleCapacity(now);
        }
    }

    private boolean has(int level) {
        if (level >= at.queue) {
            return pools[level - at.queue].queue != null;
        }
        return level < at.inUse || level >= at.stuck || pools[level - at.inUse].use != null;
    }

    /** A level by its number in the layout; where a pool's level is that of a step, ask for the step's. */
    Level level(int level) {
        if (level >= at.queue) {
            return Objects.requireNonNull(pools[level - at.queue].queue);
        }
        if (level >= at.stuck) {
            return pools[level - at.stuck].stuck;
        }
        if (level >= at.inUse) {
            return Objects.requireNonNull(pools[level - at.inUse].use);
        }
        if (level >= at.blocked) {
            return steps[level - at.blocked].blocked;
        }
        return level >= at.waiting ? steps[level - at.waiting].waiting : steps[level].present;
    }

    /** The integral of each level; 0 where a pool's level is that of a step. */
    long[] areas() {
        long[] areas = new long[at.levels];
        Arrays.setAll(areas, level -> has(level) ? level(level).area() : 0);
        return areas;
    }

    /** How each level stands; 0 where a pool's level is that of a step. */
    int[] values() {
        int[] values = new int[at.levels];
        Arrays.setAll(values, level -> has(level) ? level(level).value() : 0);
        return values;
    }

    /** How many places each pool has. */
    int[] capacities() {
        return Arrays.stream(pools).mapToInt(p -> p.capacity).toArray();
    }

    /** How long each value of a level lasted; empty where a pool's level is that of a step. */
    long[] lasted(int level) {
        return has(level) ? level(level).lasted() : new long[0];
    }

    /** All counts at this moment. */
    long[] snapshot() {
        long[] all = counts.clone();
        for (StepState step : steps) {
            step.count(all, at);
        }
        for (PoolState pool : pools) {
            all[at.capacitySum + pool.index] = pool.capacitySum;
        }
        return all;
    }

    /** A clock that stopped after {@code span} of its own hours. */
    void clock(int standard, long span, long limit) {
        counts[at.judged + standard]++;
        counts[at.clockSum + standard] += span;
        if (span <= limit) {
            counts[at.met + standard]++;
        }
        clocks.add(standard, span);
    }

    /** The moment from which this tally counts. */
    long from() {
        return from;
    }
}
