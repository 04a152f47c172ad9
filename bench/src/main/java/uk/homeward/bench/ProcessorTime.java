package uk.homeward.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Processor time used so far, which tells what work costs also where others use the machine.
 *
 * @param java by the measured process of Java: the server, and the clients where they run in it
 * @param database by PostgreSQL, its processes that have ended left out
 */
public record ProcessorTime(Duration java, Duration database) {

    /** Of this process and of the embedded database in this folder. */
    static ProcessorTime now(Path data) {
        long here =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        return new ProcessorTime(Duration.ofNanos(here), database(data));
    }

    /** Of a server that used so much, and of the embedded database in this folder. */
    public static ProcessorTime of(Duration server, Path data) {
        return new ProcessorTime(server, database(data));
    }

    private static Duration database(Path data) {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
            return Stream.concat(Stream.of(handle), handle.descendants())
                    .map(ProcessorTime::used)
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(java.minus(before.java), database.minus(before.database));
    }

    public Duration both() {
        return java.plus(database);
    }

    /** What each of so many things cost. */
    public String words(int things) {
        return String.format(
                Locale.ROOT,
                "%.3f ms each (%.3f in Java, %.3f in PostgreSQL)",
                both().toNanos() / 1e6 / things,
                java.toNanos() / 1e6 / things,
                database.toNanos() / 1e6 / things);
    }
}
