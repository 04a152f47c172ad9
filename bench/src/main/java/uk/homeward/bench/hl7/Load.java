package uk.homeward.bench.hl7;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.homeward.server.exchange.mllp.MllpClient;

/** Sends messages on several connections at once, each waiting for every answer. */
final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Load() {}

    /**
     * What one round took.
     *
     * @param sorted nanoseconds from sending each message to its acknowledgement, ascending
     * @param nanos the whole round
     */
    @SuppressWarnings("ArrayRecordComponent") // a result that is only printed
    record Round(long[] sorted, long nanos) {

        double perSecond() {
            return sorted.length * 1e9 / nanos;
        }

        double percentileMs(double share) {
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "%,6d messages, %,6.0f a second, p50 %.2f ms, p99 %.2f ms",
                    sorted.length,
                    perSecond(),
                    percentileMs(0.5),
                    percentileMs(0.99));
        }
    }

    static Round round(int port, List<List<String>> connections) throws InterruptedException, ExecutionException {
        List<Callable<long[]>> senders = new ArrayList<>();
        connections.forEach(messages -> senders.add(() -> send(port, messages)));
        long start = System.nanoTime();
        List<long[]> times = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(connections.size())) {
            for (Future<long[]> sender : executor.invokeAll(senders)) {
                times.add(sender.get());
            }
        }
        long nanos = System.nanoTime() - start;
        return new Round(times.stream().flatMapToLong(Arrays::stream).sorted().toArray(), nanos);
    }

    private static long[] send(int port, List<String> messages) throws IOException {
        long[] times = new long[messages.size()];
        try (MllpClient client = MllpClient.connect("127.0.0.1", port, PATIENCE)) {
            for (int i = 0; i < times.length; i++) {
                byte[] message = messages.get(i).getBytes(StandardCharsets.UTF_8);
                long start = System.nanoTime();
                byte[] answer = client.exchange(message);
                times[i] = System.nanoTime() - start;
                if (!new String(answer, StandardCharsets.UTF_8).contains("\rMSA|AA|")) {
                    throw new IOException("refused: " + new String(answer, StandardCharsets.UTF_8));
                }
            }
        }
        return times;
    }
}
