package uk.homeward.foresight.engine;

import java.util.Arrays;

/** Numbers that change by steps in time (people in a step, places in use): how long each value lasted, exactly. */
final class Levels {

    private final long[] now; // for each level the value, and since when
    private final long[][] lasted;

    Levels(int count) {
        now = new long[2 * count];
        lasted = new long[count][16];
    }

    void change(int level, int by, long time) {
        long[] n = now;
        int at = 2 * level;
        int v = (int) n[at];
        long[] h = lasted[level];
        if (v >= h.length) {
            h = grow(level, v);
        }
        h[v] += time - n[at + 1];
        n[at] = v + by;
        n[at + 1] = time;
    }

    private long[] grow(int level, int v) {
        lasted[level] = Arrays.copyOf(lasted[level], Math.max(v + 1, 2 * lasted[level].length));
        return lasted[level];
    }

    int value(int level) {
        return (int) now[2 * level];
    }

    /** Forgets the past: what lasted before {@code time} no longer counts. */
    void restart(long time) {
        for (int i = 1; i < now.length; i += 2) {
            now[i] = time;
        }
        for (long[] h : lasted) {
            Arrays.fill(h, 0);
        }
    }

    /** Brings all levels up to {@code time}. */
    void settle(long time) {
        for (int i = 0; i < lasted.length; i++) {
            change(i, 0, time);
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
        long[] areas = new long[lasted.length];
        Arrays.setAll(areas, this::area);
        return areas;
    }

    /** How long each value lasted. */
    long[] lasted(int level) {
        return lasted[level];
    }
}
