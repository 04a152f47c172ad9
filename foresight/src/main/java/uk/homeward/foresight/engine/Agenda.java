package uk.homeward.foresight.engine;

import java.util.Arrays;

/**
 * The event list: a heap (of four children each) of keys in which time stands above the row of the person or clock, so ties fall out the same
 * way in every run. A key that no longer is the one its row waits for is stale and is skipped when it comes up.
 *
 * <p>Taking the first key leaves a hole at the root; the next key that is added drops into it, which saves half the work
 * of the usual pair of one removal and one insertion.
 */
final class Agenda {

    static final long NEVER = Long.MAX_VALUE;

    private long[] heap = new long[256]; // beyond its size it holds NEVER, so that every node has four children
    private int size;
    private boolean hole;
    private int stale;

    Agenda() {
        Arrays.fill(heap, NEVER);
    }

    /** The smallest key; {@link #NEVER} if there is none. */
    long first() {
        if (hole) {
            fill();
        }
        return heap[0];
    }

    private void fill() {
        hole = false;
        long moved = heap[--size];
        heap[size] = NEVER;
        if (size > 0) {
            sink(moved);
        }
    }

    /** Takes what {@link #first} has just told, which must not be {@link #NEVER}. */
    void take() {
        hole = true;
    }

    void add(long key) {
        if (hole) {
            hole = false;
            sink(key);
        } else {
            rise(key);
        }
    }

    private void rise(long key) {
        if (size + 4 >= heap.length) {
            int length = heap.length;
            heap = Arrays.copyOf(heap, 2 * length);
            Arrays.fill(heap, length, 2 * length, NEVER);
        }
        long[] h = heap;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >> 2;
            if (h[parent] <= key) {
                break;
            }
            h[at] = h[parent];
            at = parent;
        }
        h[at] = key;
    }

    /** Puts {@code key} where the root was. */
    private void sink(long key) {
        long[] h = heap;
        int n = size;
        int at = 0;
        int child = 1;
        while (child < n) {
            // the least of four without a branch: which one it is cannot be guessed, and a wrong guess costs more
            long a = h[child];
            long c = h[child + 2];
            long ba = h[child + 1] - a;
            long dc = h[child + 3] - c;
            long ab = a + (ba & ba >> 63);
            long cd = c + (dc & dc >> 63);
            long right = cd - ab;
            long least = ab + (right & right >> 63);
            if (least >= key) {
                break;
            }
            int inLeft = (int) (ba >>> 63);
            int inRight = 2 + (int) (dc >>> 63);
            child += inLeft + (inRight - inLeft & (int) (right >> 63));
            h[at] = least;
            at = child;
            child = 4 * at + 1;
        }
        h[at] = key;
    }

    /** Notes that one key in the heap has lost its meaning; sweeps when they are the majority. */
    void forget(People people, long rows) {
        stale++;
        if (stale > 64 && 2 * stale > size) {
            sweep(people, rows);
        }
    }

    /** Notes that a stale key came up and was skipped. */
    void skipped() {
        stale--;
    }

    private void sweep(People people, long rows) {
        int kept = 0;
        for (int i = hole ? 1 : 0; i < size; i++) {
            if (people.at((int) (heap[i] & rows)).due == heap[i]) {
                heap[kept++] = heap[i];
            }
        }
        Arrays.sort(heap, 0, kept); // a sorted array is a heap
        Arrays.fill(heap, kept, size, NEVER);
        size = kept;
        hole = false;
        stale = 0;
    }

    int size() {
        return hole ? size - 1 : size;
    }
}
