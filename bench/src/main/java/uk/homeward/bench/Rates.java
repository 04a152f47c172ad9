package uk.homeward.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What several clients at once came to.
 *
 * @param sorted nanoseconds of each call, ascending
 * @param nanos the whole time
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is only printed
public record Rates(long[] sorted, long nanos) {

    /** One client's work; gives the nanoseconds of each of its calls. */
    public interface Client {
        long[] work(int client);
    }

    /** Lets so many clients work at once, each on a thread of its own. */
    public static Rates of(int clients, Client client) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            long from = System.nanoTime();
            List<Future<long[]>> each = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                int number = c;
                each.add(threads.submit(() -> client.work(number)));
            }
            long[] all = new long[0];
            for (Future<long[]> one : each) {
                long[] more = one.get();
                int had = all.length;
                all = Arrays.copyOf(all, had + more.length);
                System.arraycopy(more, 0, all, had, more.length);
            }
            long took = System.nanoTime() - from;
            Arrays.sort(all);
            return new Rates(all, took);
        }
    }

    public double perSecond() {
        return sorted.length * 1e9 / nanos;
    }

    /** The call that is slower than this share of all, in milliseconds. */
    public double percentileMs(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    public String words() {
        return String.format(
                Locale.ROOT,
                "%,.0f a second, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms",
                perSecond(),
                percentileMs(0.5),
                percentileMs(0.95),
                percentileMs(0.99));
    }
}
