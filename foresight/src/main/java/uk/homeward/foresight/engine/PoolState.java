package uk.homeward.foresight.engine;

import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Pool;

/** A pool in one run. */
final class PoolState {

    final int index;
    Pool pool; // another one from a turn on
    final Level stuck = new Level(); // places kept by people who wait for something else
    final @Nullable Level use; // null if the level of a step tells it
    final @Nullable Level queue; // null if the level of a step tells it

    int capacity;
    int inUse;
    int waiters;
    boolean freed; // has something to offer to those who wait
    int nextChange;
    long capacitySum;
    private long capacityAsOf;

    PoolState(int index, Pool pool, boolean ownUse, boolean ownQueue) {
        this.index = index;
        this.pool = pool;
        this.capacity = pool.places();
        this.use = ownUse ? new Level() : null;
        this.queue = ownQueue ? new Level() : null;
    }

    /** How many places are free; below 0 where capacity has fallen under what is in use. */
    int room() {
        return capacity - inUse;
    }

    void take(int amount, long now) {
        inUse += amount;
        if (use != null) {
            use.change(amount, now);
        }
    }

    void inLine(int by, long now) {
        waiters += by;
        if (queue != null) {
            queue.change(by, now);
        }
    }

    /** Brings the sum of places over time up to now. */
    void settleCapacity(long now) {
        if (capacity != Integer.MAX_VALUE) {
            capacitySum += (long) capacity * (now - capacityAsOf);
        }
        capacityAsOf = now;
    }

    /** True if the capacity will change again. */
    boolean changes() {
        return nextChange < pool.changes().size();
    }

    void restart(long now) {
        stuck.restart(now);
        if (use != null) {
            use.restart(now);
        }
        if (queue != null) {
            queue.restart(now);
        }
        capacitySum = 0;
    }
}
