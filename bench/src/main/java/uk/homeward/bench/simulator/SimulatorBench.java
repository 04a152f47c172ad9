package uk.homeward.bench.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Plays models A and B by each contender, each in a warm process of its own, in turns (so that a busy moment of the
 * machine hits all alike), and prints the median CPU seconds and their ratios. Argument: the number of rounds.
 */
final class SimulatorBench {

    private static final List<String> NAMES = List.of("loop", "ssj", "homeward", "homeward-silent");
    private static final int WARM = 4;

    private SimulatorBench() {}

    public static void main(String[] args) throws IOException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 11;
        List<Process> processes = new ArrayList<>();
        try {
            for (String name : NAMES) {
                processes.add(start(name));
            }
            for (String model : List.of("A", "B")) {
                measure(model, rounds, processes);
            }
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private static Process start(String name) throws IOException {
        String java = System.getProperty("java.home") + "/bin/java";
        return new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dhomeward.root=" + System.getProperty("homeward.root", "."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void measure(String model, int rounds, List<Process> processes) throws IOException {
        int runs = model.equals("A") ? 4 : 24;
        double[][] cpu = new double[NAMES.size()][rounds];
        double[] results = new double[NAMES.size()];
        List<BufferedReader> from = new ArrayList<>();
        List<PrintWriter> to = new ArrayList<>();
        for (Process process : processes) {
            from.add(process.inputReader(StandardCharsets.UTF_8));
            to.add(new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true));
        }
        for (int round = -WARM; round < rounds; round++) {
            for (int i = 0; i < NAMES.size(); i++) {
                to.get(i).println(model + " " + (1000 + 100 * round) + " " + runs);
                String[] answer = line(from.get(i)).split(" ");
                if (round >= 0) {
                    cpu[i][round] = Double.parseDouble(answer[0]);
                    results[i] += Double.parseDouble(answer[1]) / rounds;
                }
            }
        }
        print(model, cpu, results);
    }

    private static String line(BufferedReader from) throws IOException {
        String line = from.readLine();
        if (line == null) {
            throw new IOException("a contender ended early. Maybe: see its error above");
        }
        return line;
    }

    private static void print(String model, double[][] cpu, double[] results) {
        int ours = NAMES.indexOf("homeward");
        System.out.printf("%nModel %s        CPU s a run   homeward is   result%n", model);
        for (int i = 0; i < NAMES.size(); i++) {
            double[] ratios = new double[cpu[i].length];
            for (int r = 0; r < ratios.length; r++) {
                ratios[r] = cpu[ours][r] / cpu[i][r];
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-16s %8.4f    %8.2f x   %10.4f",
                    NAMES.get(i),
                    median(cpu[i]),
                    median(ratios),
                    results[i]));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
