package uk.homeward.foresight.engine;

import java.util.Arrays;

/** Numbers that change by steps in time (people in a step, places in use): how long each value lasted, exactly. */
final class Levels {

    private final int[] value;
    private final long[] last;
    private final long[][] lasted;

    Levels(int count) {
        value = new int[count];
        last = new long[count];
        lasted = new long[count][16];
    }

    void change(int level, int by, long now) {
        int v = value[level];
        long[] h = lasted[level];
        if (v >= h.length) {
            h = grow(level, v);
        }
        h[v] += now - last[level];
        last[level] = now;
        value[level] = v + by;
    }

    private long[] grow(int level, int v) {
        lasted[level] = Arrays.copyOf(lasted[level], Math.max(v + 1, 2 * lasted[level].length));
        return lasted[level];
    }

    int value(int level) {
        return value[level];
    }

    /** Forgets the past: what lasted before {@code now} no longer counts. */
    void restart(long now) {
        Arrays.fill(last, now);
        for (long[] h : lasted) {
            Arrays.fill(h, 0);
        }
    }

    /** Brings all levels up to {@code now}. */
    void settle(long now) {
        for (int i = 0; i < value.length; i++) {
            change(i, 0, now);
        }
    }

    /** The integral of the level over time. */
    long area(int level) {
        long sum = 0;
        long[] h = lasted[level];
        for (int v = 1; v < h.length; v++) {
            sum += v * h[v];
        }
        return sum;
    }

    long[] areas() {
        long[] areas = new long[value.length];
        Arrays.setAll(areas, this::area);
        return areas;
    }

    /** How long each value lasted. */
    long[] lasted(int level) {
        return lasted[level];
    }

    int count() {
        return value.length;
    }
}
