package uk.homeward.foresight.engine;

import java.util.Arrays;

/** A number that changes by steps in time (people in a step, places in use): how long each value lasted, exactly. */
final class Level {

    private int value;
    private long since;
    private long[] lasted = new long[16];

    void change(int by, long now) {
        int v = value;
        long[] h = lasted;
        if (v >= h.length) {
            h = grow();
        }
        h[v] += now - since;
        since = now;
        value = v + by;
    }

    private long[] grow() {
        lasted = Arrays.copyOf(lasted, Math.max(value + 1, 2 * lasted.length));
        return lasted;
    }

    int value() {
        return value;
    }

    /** Forgets the past: what lasted before {@code now} no longer counts. */
    void restart(long now) {
        since = now;
        Arrays.fill(lasted, 0);
    }

    /** The integral over time, as far as it was last changed. */
    long area() {
        long sum = 0;
        for (int v = 1; v < lasted.length; v++) {
            sum += v * lasted[v];
        }
        return sum;
    }

    /** How long each value lasted. */
    long[] lasted() {
        return lasted;
    }
}
