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

    private long[] heap = new long[256];
    private int size;
    private boolean hole;
    private int stale;

    /** Takes the smallest key; {@link #NEVER} if there is none. */
    long next() {
        if (hole) {
            hole = false;
            size--;
            if (size > 0) {
                sink(heap[size]);
            }
        }
        if (size == 0) {
            return NEVER;
        }
        hole = true;
        return heap[0];
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
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
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
        while (child + 3 < n) {
            long a = h[child];
            long b = h[child + 1];
            long c = h[child + 2];
            long d = h[child + 3];
            long ab = Math.min(a, b);
            long cd = Math.min(c, d);
            long least = Math.min(ab, cd);
            if (least >= key) {
                h[at] = key;
                return;
            }
            int pair = cd < ab ? 2 : 0;
            child += pair + ((pair == 0 ? b < a : d < c) ? 1 : 0);
            h[at] = least;
            at = child;
            child = 4 * at + 1;
        }
        h[sinkAmongLast(child, at, n, key)] = key;
    }

    /** The last row of the heap, which may be short of four. */
    private int sinkAmongLast(int firstChild, int from, int n, long key) {
        long[] h = heap;
        int least = firstChild;
        for (int child = firstChild + 1; child < n; child++) {
            least = h[child] < h[least] ? child : least;
        }
        if (least >= n || h[least] >= key) {
            return from;
        }
        h[from] = h[least];
        return least;
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
        size = kept;
        hole = false;
        stale = 0;
    }

    int size() {
        return hole ? size - 1 : size;
    }
}
