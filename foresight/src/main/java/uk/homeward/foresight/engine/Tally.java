package uk.homeward.foresight.engine;

import java.util.Arrays;

/**
 * What a run counts. All sums are whole numbers of people or milliseconds: the order of replications does not matter, and
 * Little's law can be checked without tolerance.
 */
final class Tally {

    private final Layout at;
    final Levels levels;
    final long[] counts;
    final Spans waits;
    final Spans clocks;
    private long from;

    Tally(Layout layout) {
        at = layout;
        levels = new Levels(layout.levels);
        counts = new long[layout.counts];
        waits = new Spans(layout.steps);
        clocks = new Spans(layout.standards);
    }

    /** Forgets what was counted before {@code now}; levels keep their values. */
    void restart(long now) {
        levels.settle(now);
        levels.restart(now);
        Arrays.fill(counts, 0);
        waits.restart();
        clocks.restart();
        from = now;
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
