package uk.homeward.foresight.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A step in one run: who is in it and waits for it, by number, and what was counted. */
final class StepState {

    StepPlan plan; // another one from a turn on
    final int index;
    final @Nullable PoolState pool; // the only pool it ever needs; null if none or several
    final Level present = new Level();
    final Level waiting = new Level(); // ready and not started
    final Level blocked = new Level(); // done, and keeping its place

    final long[] waits = new long[Spans.BUCKETS]; // how often each length of wait, of those who started
    long started;
    long completed;
    long cut;
    long lapsed;
    long turnedAway;
    long waitSum; // of those who started
    long stayed; // times of people in the step, for Little's law
    long waited; // times of people waiting

    StepState(StepPlan plan, PoolState[] pools) {
        this.plan = plan;
        this.index = plan.index;
        this.pool = plan.simplePool < 0 ? null : pools[plan.simplePool];
    }

    /** What was counted, written where the layout wants it. */
    void count(long[] counts, Layout at) {
        counts[at.started + index] = started;
        counts[at.completed + index] = completed;
        counts[at.cut + index] = cut;
        counts[at.lapsed + index] = lapsed;
        counts[at.turnedAway + index] = turnedAway;
        counts[at.waitSum + index] = waitSum;
    }

    void restart(long now) {
        for (Level level : Arrays.asList(present, waiting, blocked)) {
            level.restart(now);
        }
        Arrays.fill(waits, 0);
        started = 0;
        completed = 0;
        cut = 0;
        lapsed = 0;
        turnedAway = 0;
        waitSum = 0;
        stayed = 0;
        waited = 0;
    }
}
