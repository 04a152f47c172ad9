package uk.homeward.foresight.engine;

import java.util.Arrays;

/**
 * People as rows of primitive columns. The row of a person who has left is used again, so memory grows with the number
 * of people at once and not with simulated time.
 */
final class People {

    static final byte GONE = 0;
    static final byte NEW = 1;
    static final byte IN_STEP = 2;
    static final byte WAITING = 3;
    static final byte MOVING = 4;
    static final byte AWAY = 5;

    private final int standards;
    private final int limit;
    private int[] free = new int[0];
    private int freeCount;
    private int rows;

    byte[] state;
    byte[] rank; // class of priority while waiting
    int[] step; // the step they are in or wait for; -1 before the first
    int[] origin; // the step whose place they still keep while they wait; -1 if none
    int[] held; // what they occupy
    int[] coming; // what is held for them while they move
    int[] source;
    int[] round; // how often they went back to an earlier step or came again
    int[] fate; // which risk the due moment stands for; -1 is the plain end
    int[] after; // waiting lines
    int[] ahead;
    long[] due; // the key in the agenda that counts
    long[] key; // names their streams of chance
    long[] serial; // names the person in events
    long[] traits;
    long[] opened;
    long[] ready;
    long[] entered;
    long[] order; // when they joined the line
    long[] delay; // how long they have waited on this journey
    long[] clocks; // for each person the start of each standard, or NEVER
    long[] qualified; // one bit for each standard

    People(int reserved, int standards, int limit) {
        this.standards = standards;
        this.limit = limit;
        this.rows = reserved;
        int size = reserved + 64;
        state = new byte[size];
        rank = new byte[size];
        step = new int[size];
        origin = new int[size];
        held = new int[size];
        coming = new int[size];
        source = new int[size];
        round = new int[size];
        fate = new int[size];
        after = new int[size];
        ahead = new int[size];
        due = new long[size];
        key = new long[size];
        serial = new long[size];
        traits = new long[size];
        opened = new long[size];
        ready = new long[size];
        entered = new long[size];
        order = new long[size];
        delay = new long[size];
        clocks = new long[size * standards];
        qualified = new long[standards == 0 ? 0 : size];
        Arrays.fill(due, Agenda.NEVER);
    }

    /** A row for one more person; its columns hold what they held before. */
    int add() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (rows == state.length) {
            grow();
        }
        return rows++;
    }

    void remove(int row) {
        state[row] = GONE;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(64, 2 * freeCount));
        }
        free[freeCount++] = row;
    }

    /** One more than the highest row that was ever used. */
    int rows() {
        return rows;
    }

    private void grow() {
        int size = Math.min(limit, 2 * rows);
        if (size == rows) {
            throw new BrokenRun("more than (" + limit + ") people at once. Maybe: demand exceeds capacity for good;"
                    + " look at the step with the longest queue, or play a shorter time");
        }
        state = Arrays.copyOf(state, size);
        rank = Arrays.copyOf(rank, size);
        step = Arrays.copyOf(step, size);
        origin = Arrays.copyOf(origin, size);
        held = Arrays.copyOf(held, size);
        coming = Arrays.copyOf(coming, size);
        source = Arrays.copyOf(source, size);
        round = Arrays.copyOf(round, size);
        fate = Arrays.copyOf(fate, size);
        after = Arrays.copyOf(after, size);
        ahead = Arrays.copyOf(ahead, size);
        due = Arrays.copyOf(due, size);
        Arrays.fill(due, rows, size, Agenda.NEVER);
        key = Arrays.copyOf(key, size);
        serial = Arrays.copyOf(serial, size);
        traits = Arrays.copyOf(traits, size);
        opened = Arrays.copyOf(opened, size);
        ready = Arrays.copyOf(ready, size);
        entered = Arrays.copyOf(entered, size);
        order = Arrays.copyOf(order, size);
        delay = Arrays.copyOf(delay, size);
        clocks = Arrays.copyOf(clocks, size * standards);
        qualified = standards == 0 ? qualified : Arrays.copyOf(qualified, size);
    }
}
