package uk.homeward.foresight.engine;

import java.util.Arrays;

/**
 * People as rows of primitive fields: two cache lines each, one of whole numbers and one of times. The row of a person who
 * has left is used again, so memory grows with the number of people at once and not with simulated time.
 */
final class People {

    static final int GONE = 0;
    static final int IN_STEP = 1;
    static final int WAITING = 2;
    static final int MOVING = 3;
    static final int AWAY = 4;

    // fields of the first line
    static final int STATE = 0;
    static final int STEP = 1; // the step they are in or wait for; -1 before the first
    static final int ORIGIN = 2; // the step whose place they still keep while they wait; -1 otherwise
    static final int HELD = 3; // the grant they occupy
    static final int COMING = 4; // the grant that is held for them while they move
    static final int SOURCE = 5;
    static final int ROUND = 6; // how often they went back to an earlier step or came again
    static final int FATE = 7; // which risk the due moment stands for; -1 is the plain end
    static final int AFTER = 8; // the next in the line; 0 is none
    static final int AHEAD = 9;
    static final int RANK = 10; // class of priority while waiting

    // fields of the second line
    static final int DUE = 0; // the key in the agenda that counts
    static final int KEY = 1; // names their streams of chance
    static final int SERIAL = 2; // names the person in events
    static final int TRAITS = 3;
    static final int OPENED = 4;
    static final int READY = 5;
    static final int SINCE = 6; // in a step: when they entered it; in a line: their number in it
    static final int DELAY = 7; // how long they have waited on this journey

    private static final int INT_BITS = 4;
    private static final int LONG_BITS = 3;

    private final int standards;
    private final int limit;
    private int[] free = new int[0];
    private int freeCount;
    private int rows;

    private int[] ints;
    private long[] longs;
    private long[] clocks; // for each person the start of each standard, or NEVER
    private long[] qualified; // one bit for each standard

    People(int reserved, int standards, int limit) {
        this.standards = standards;
        this.limit = limit;
        this.rows = reserved;
        int size = reserved + 64;
        ints = new int[size << INT_BITS];
        longs = new long[size << LONG_BITS];
        clocks = new long[size * standards];
        qualified = new long[standards == 0 ? 0 : size];
        clear(0, size);
    }

    int get(int row, int field) {
        return ints[(row << INT_BITS) + field];
    }

    void put(int row, int field, int value) {
        ints[(row << INT_BITS) + field] = value;
    }

    long time(int row, int field) {
        return longs[(row << LONG_BITS) + field];
    }

    void set(int row, int field, long value) {
        longs[(row << LONG_BITS) + field] = value;
    }

    void add(int row, int field, long value) {
        longs[(row << LONG_BITS) + field] += value;
    }

    long clock(int row, int standard) {
        return clocks[row * standards + standard];
    }

    void setClock(int row, int standard, long time) {
        clocks[row * standards + standard] = time;
    }

    long qualified(int row) {
        return qualified[row];
    }

    void setQualified(int row, long bits) {
        qualified[row] = bits;
    }

    /** A row for one more person; its fields hold what they held before. */
    int add() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (rows << INT_BITS == ints.length) {
            grow();
        }
        return rows++;
    }

    void remove(int row) {
        put(row, STATE, GONE);
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
        ints = Arrays.copyOf(ints, size << INT_BITS);
        longs = Arrays.copyOf(longs, size << LONG_BITS);
        clocks = Arrays.copyOf(clocks, size * standards);
        qualified = standards == 0 ? qualified : Arrays.copyOf(qualified, size);
        clear(rows, size);
    }

    private void clear(int from, int to) {
        for (int row = from; row < to; row++) {
            set(row, DUE, Agenda.NEVER);
            put(row, ORIGIN, -1);
        }
    }
}
