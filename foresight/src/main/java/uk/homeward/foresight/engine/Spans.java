package uk.homeward.foresight.engine;

import java.util.Arrays;

/**
 * How often each length of time occurred, in buckets that are at most a thirty-second part wide: for percentiles of waits
 * without keeping them all.
 */
final class Spans {

    private static final int FINE = 5;
    static final int BUCKETS = (64 - FINE) << FINE;

    private final long[][] counts;

    Spans(int kinds) {
        counts = new long[kinds][];
    }

    void add(int kind, long span) {
        long[] c = counts[kind];
        if (c == null) {
            c = new long[BUCKETS];
            counts[kind] = c;
        }
        c[bucket(span)]++;
    }

    static int bucket(long span) {
        if (span < 1 << FINE) {
            return (int) span;
        }
        int magnitude = 63 - Long.numberOfLeadingZeros(span) - FINE;
        return ((magnitude + 1) << FINE) + (int) (span >>> magnitude) - (1 << FINE);
    }

    /** The middle of a bucket. */
    static double middle(int bucket) {
        if (bucket < 1 << FINE) {
            return bucket;
        }
        int magnitude = (bucket >> FINE) - 1;
        long low = (long) ((1 << FINE) + (bucket & ((1 << FINE) - 1))) << magnitude;
        return low + 0.5 * ((1L << magnitude) - 1);
    }

    void restart() {
        for (long[] c : counts) {
            if (c != null) {
                Arrays.fill(c, 0);
            }
        }
    }

    /** The counts of one kind; empty if nothing occurred. */
    long[] counts(int kind) {
        return counts[kind] == null ? new long[0] : counts[kind];
    }
}
