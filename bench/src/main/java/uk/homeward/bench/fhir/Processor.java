package uk.homeward.bench.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processor time, in nanoseconds: of this process, and of a PostgreSQL with all its workers. */
final class Processor {

    private static final long TICK = 10_000_000; // a hundredth of a second, as Linux counts

    private Processor() {}

    static long ofThisProcess() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static long ofThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Of the process and its children, those that ended too; 0 where the system does not tell. */
    static long of(long process) {
        Path all = Path.of("/proc");
        if (process == 0 || !Files.isDirectory(all)) {
            return 0;
        }
        try (Stream<Path> processes = Files.list(all)) {
            return TICK
                    * processes
                            .filter(p -> p.getFileName().toString().matches("\\d+"))
                            .mapToLong(p -> ticks(p, process))
                            .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(Path process, long parent) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            boolean self = process.getFileName().toString().equals(String.valueOf(parent));
            if (!self && Long.parseLong(fields.get(1)) != parent) {
                return 0;
            }
            long ticks = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
            return self ? ticks + Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14)) : ticks;
        } catch (IOException ended) {
            return 0;
        }
    }
}
