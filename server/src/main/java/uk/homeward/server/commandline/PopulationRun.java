package uk.homeward.server.commandline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.risk.FrailtyRow;
import uk.homeward.insight.risk.HospitalFrailty.Band;
import uk.homeward.insight.risk.PopulationFrailty;
import uk.homeward.insight.risk.PopulationRequest;
import uk.homeward.insight.risk.PopulationSummary;

/** Scores a file, writes a row for each person, and tells how far it is once a second. */
final class PopulationRun {

    private static final long SECOND = 1000;

    private final PrintWriter out;
    private final PrintWriter err;

    PopulationRun(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    int score(PopulationRequest request, @Nullable Path to, @Nullable Path refused) {
        long started = System.nanoTime();
        PopulationSummary summary;
        try (PopulationFrailty population = PopulationFrailty.open()) {
            Thread teller = Thread.ofVirtual().start(() -> tellProgress(population));
            summary = write(population, request, to);
            teller.interrupt();
            if (refused != null) {
                writeRefused(population, request, refused);
            }
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
        tell(summary, (System.nanoTime() - started) / 1e9);
        return 0;
    }

    private PopulationSummary write(PopulationFrailty population, PopulationRequest request, @Nullable Path to) {
        if (to == null) {
            PrintWriter buffered = new PrintWriter(new BufferedWriter(out, 1 << 16), false);
            PopulationSummary summary = write(population, request, buffered);
            buffered.flush();
            return summary;
        }
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(to))) {
            return write(population, request, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file (" + to + ") cannot be written.", e);
        }
    }

    private static void writeRefused(PopulationFrailty population, PopulationRequest request, Path to) {
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(to))) {
            file.print("row,person,code,reason\n");
            population.refused(
                    request,
                    row -> file.print(row.number() + "," + quoted(Objects.toString(row.person(), "")) + ","
                            + quoted(Objects.toString(row.code(), "")) + "," + row.reason() + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("The file (" + to + ") cannot be written.", e);
        }
    }

    private static PopulationSummary write(
            PopulationFrailty population, PopulationRequest request, PrintWriter writer) {
        writer.print("person,score,band,codes\n");
        return population.score(request, row -> writer.print(line(row)));
    }

    private static String line(FrailtyRow row) {
        String band = row.tooYoung() ? "under 75" : row.band().label();
        return quoted(row.person()) + "," + row.tenths() / 10 + "." + row.tenths() % 10 + "," + band + ","
                + String.join(" ", row.codes()) + "\n";
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private void tellProgress(PopulationFrailty population) {
        try {
            while (true) {
                Thread.sleep(SECOND);
                double percent = population.percent();
                err.println(percent < 0 ? "homeward: reading ..." : "homeward: read %.0f%%".formatted(percent));
                err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run has ended
        }
    }

    private void tell(PopulationSummary summary, double seconds) {
        err.printf(
                "homeward: %,d people from %,d rows in %.1f s: %,d low, %,d intermediate, %,d high%n",
                summary.people(),
                summary.rows(),
                seconds,
                summary.bands().getOrDefault(Band.LOW, 0L),
                summary.bands().getOrDefault(Band.INTERMEDIATE, 0L),
                summary.bands().getOrDefault(Band.HIGH, 0L));
        tellLeftOut(summary.withoutPerson(), "rows name nobody and were left out");
        tellLeftOut(summary.badCodes(), "rows hold no ICD-10 code and were left out");
        tellLeftOut(summary.badDates(), "rows have a date that cannot be read (write 2026-03-31) and were left out");
        tellLeftOut(summary.tooYoung(), "people are under 75, for whom the score was not made");
        err.flush();
    }

    private void tellLeftOut(long count, String what) {
        if (count > 0) {
            err.printf("homeward: %,d %s%n", count, what);
        }
    }
}
