package uk.homeward.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Feeds every parser with made-up inputs for a while: {@code fuzz [MINUTES] [SEED] [PARSER]}. A parser may say what is wrong with
 * an input in its own words; any other exception, and more than two seconds, is a finding. Each kind of finding is told once, with
 * a file that shows it. Exit code 1 if there was any.
 */
public final class Fuzz {

    private static final long SLOW_NANOS = 2_000_000_000L;
    private static final long SLICE_NANOS = 2_000_000_000L;

    private final Path findings;
    private final Map<String, Integer> found = new TreeMap<>();

    private Fuzz(Path findings) {
        this.findings = findings;
    }

    public static void main(String... arguments) throws IOException {
        double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 42;
        String only = arguments.length > 2 ? arguments[2] : "";
        Path root = Path.of(System.getProperty("homeward.root", "."));
        Path folder = Files.createTempDirectory("homeward-fuzz");
        List<Targets.Target> targets = new Targets(root)
                .all().stream()
                        .filter(t -> only.isEmpty() || t.name().equals(only))
                        .toList();
        System.exit(new Fuzz(folder).run(targets, minutes, seed) ? 0 : 1);
    }

    private boolean run(List<Targets.Target> targets, double minutes, long seed) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        List<Mutation> mutations = targets.stream()
                .map(t -> new Mutation(random.split(), t.seeds()))
                .toList();
        long end = System.nanoTime() + (long) (minutes * 60e9);
        while (System.nanoTime() < end) {
            for (int i = 0; i < targets.size(); i++) {
                counts.merge(targets.get(i).name(), slice(targets.get(i), mutations.get(i), end), Long::sum);
            }
        }
        counts.forEach((name, count) -> System.out.printf(Locale.UK, "%-10s %,12d inputs%n", name, count));
        found.forEach((what, times) -> System.out.printf(Locale.UK, "FOUND %,d times: %s%n", times, what));
        System.out.println(found.isEmpty() ? "nothing found" : "inputs in " + findings);
        return found.isEmpty();
    }

    private long slice(Targets.Target target, Mutation mutation, long end) throws IOException {
        long until = Math.min(end, System.nanoTime() + SLICE_NANOS);
        long count = 0;
        while (System.nanoTime() < until) {
            byte[] input = mutation.next();
            try {
                long first = nanos(target, input);
                if (first > SLOW_NANOS && nanos(target, input) > SLOW_NANOS) { // once can be the machine's doing
                    keep(target.name() + " slow", input);
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                StackTraceElement[] trace = e.getStackTrace();
                keep(
                        target.name() + " " + e.getClass().getName() + " at " + (trace.length == 0 ? "?" : trace[0]),
                        input);
            }
            count++;
        }
        return count;
    }

    private static long nanos(Targets.Target target, byte[] input) {
        long start = System.nanoTime();
        target.parser().read(input);
        return System.nanoTime() - start;
    }

    private void keep(String what, byte[] input) throws IOException {
        if (found.merge(what, 1, Integer::sum) == 1) {
            Files.write(findings.resolve(found.size() + "-" + what.replaceAll("[^A-Za-z0-9.-]+", "_") + ".in"), input);
        }
    }
}
