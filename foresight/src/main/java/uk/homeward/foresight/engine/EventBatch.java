package uk.homeward.foresight.engine;

/**
 * Some events in the order in which they happened, compact and reused: a sink that wants to keep something must copy it
 * before it returns.
 */
public final class EventBatch {

    static final int OPENED = 0;
    static final int WAITING = 1;
    static final int HELD = 2;
    static final int STARTED = 3;
    static final int COMPLETED = 4;
    static final int DECIDED = 5;
    static final int LAPSED = 6;
    static final int TURNED_AWAY = 7;
    static final int ENDED = 8;

    private static final int FIELDS = 3;
    private static final int SIZE = 128; // small: it must not drive the people out of the processor's nearest memory
    private static final EventKind[] KINDS = EventKind.values();

    private final long[] data = new long[FIELDS * SIZE];
    private final long[] traits = new long[SIZE]; // of those who come
    private int end;

    /** Adds an event; the caller hands the batch over when this returns true. */
    boolean add(long at, long who, int kind, int place, int detail) {
        long[] d = data;
        int i = end;
        d[i + 2] = (long) kind << 32 | (long) place << 16 | detail;
        d[i] = at;
        d[i + 1] = who;
        end = i + FIELDS;
        return i + FIELDS == FIELDS * SIZE;
    }

    /** Adds somebody's coming, with their traits; the caller hands the batch over when this returns true. */
    boolean addOpened(long at, long who, int source, int again, long packedTraits) {
        traits[end / FIELDS] = packedTraits;
        return add(at, who, OPENED, source, again);
    }

    void clear() {
        end = 0;
    }

    /** How many events there are. */
    public int size() {
        return end / FIELDS;
    }

    /** Milliseconds after the start of the run. */
    public long time(int i) {
        return data[FIELDS * i];
    }

    /** The person: a number that is the same in every scenario with the same sources. */
    public long person(int i) {
        return data[FIELDS * i + 1];
    }

    public EventKind kind(int i) {
        return KINDS[(int) (data[FIELDS * i + 2] >>> 32)];
    }

    /** The number of the step, decision, exit or source, each counted from 0 in the order of the network. */
    public int place(int i) {
        return (int) (data[FIELDS * i + 2] >>> 16) & 0xFFFF;
    }

    /** The number of the option of a decision; otherwise what the kind says. */
    public int detail(int i) {
        return (int) data[FIELDS * i + 2] & 0xFFFF;
    }

    /** The traits, packed, of somebody who comes (for other kinds of event it means nothing); {@link Simulation#trait} reads them. */
    public long traits(int i) {
        return traits[i];
    }
}
