package uk.homeward.foresight.engine;

/**
 * Some events in the order in which they happened, as columns. Kept compact and reused: a sink that wants to keep
 * something must copy it before it returns.
 */
public final class EventBatch {

    static final int SIZE = 4096;
    private static final EventKind[] KINDS = EventKind.values();

    private final long[] time = new long[SIZE];
    private final long[] person = new long[SIZE];
    private final long[] traits = new long[SIZE];
    private final int[] what = new int[SIZE];
    private int size;

    /** Adds an event; the caller hands the batch over when this returns true. */
    boolean add(long at, long who, int kind, int place, int detail, long packedTraits) {
        int i = size;
        time[i] = at;
        person[i] = who;
        traits[i] = packedTraits;
        what[i] = kind << 28 | place << 12 | detail;
        size = i + 1;
        return size == SIZE;
    }

    void clear() {
        size = 0;
    }

    /** How many events there are. */
    public int size() {
        return size;
    }

    /** Milliseconds after the start of the run. */
    public long time(int i) {
        return time[i];
    }

    /** The person: a number that is the same in every scenario with the same sources. */
    public long person(int i) {
        return person[i];
    }

    public EventKind kind(int i) {
        return KINDS[what[i] >>> 28];
    }

    /** The number of the step, decision, exit or source, each counted from 0 in the order of the network. */
    public int place(int i) {
        return what[i] >>> 12 & 0xFFFF;
    }

    /** The number of the option of a decision; otherwise what the kind says. */
    public int detail(int i) {
        return what[i] & 0xFFF;
    }

    /** The person's traits, packed; {@link Simulation#trait} reads them. */
    public long traits(int i) {
        return traits[i];
    }
}
