package uk.homeward.bench.simulator;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One contender in a process of its own: reads "A seed runs", plays, answers with CPU seconds a run and the result. */
final class Child {

    private Child() {}

    public static void main(String[] args) throws IOException {
        Contender contender = Contender.named(args[0]);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            long seed = Long.parseLong(words[1]);
            int runs = Integer.parseInt(words[2]);
            long before = system.getProcessCpuTime();
            double sum = 0;
            for (int i = 0; i < runs; i++) {
                sum += words[0].equals("A") ? contender.modelA(seed + i) : contender.modelB(seed + i);
            }
            double cpu = (system.getProcessCpuTime() - before) / 1e9 / runs;
            System.out.println(String.format(Locale.ROOT, "%.6f %.6f", cpu, sum / runs));
        }
    }
}
