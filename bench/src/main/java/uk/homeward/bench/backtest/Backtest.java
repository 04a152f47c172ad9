package uk.homeward.bench.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.homeward.foresight.forecast.Score;
import uk.homeward.foresight.forecast.StockForecast;

/**
 * {@code bench/run backtest FILE.csv}: weekly means of people in hospital who no longer meet the criteria to reside
 * (columns {@code date}, {@code do_not_meet_criteria_to_reside}), each week of 2024, and of 2025 as far as it goes, forecast
 * from what was known 1, 2, 4 and 8 weeks before.
 */
public final class Backtest {

    private static final int FULL_WEEK = 5; // days, at least
    private static final int[] YEARS = {2024, 2025};

    private Backtest() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !Files.exists(Path.of(args[0]))) {
            System.err.println("bench/run backtest: no file. Maybe: nhse_no_criteria_to_reside_daily_icb_bsol.csv");
            System.exit(2);
        }
        TreeMap<LocalDate, Double> weeks = weeks(Path.of(args[0]));
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("ours: returning stock", StockForecast::of);
        methods.put("damped trend, ETS(A,Ad,N)", Rivals::dampedTrend);
        methods.put("Theta", Rivals::theta);
        methods.put("as it is now", Rivals::asNow);
        methods.put("seasonal naive", Rivals::seasonalNaive);
        System.out.printf(
                "%-28s %6s %6s %8s %8s %8s %8s%n", "method", "weeks", "ahead", "CRPS", "bias", "in 90%", "in 50%");
        for (int year : YEARS) {
            System.out.println(year);
            for (int ahead : new int[] {1, 2, 4, 8}) {
                int steps = ahead;
                methods.forEach((name, method) -> score(name, method, weeks, year, steps));
            }
        }
    }

    private static void score(String name, Method method, TreeMap<LocalDate, Double> weeks, int year, int ahead) {
        List<LocalDate> days = List.copyOf(weeks.keySet());
        double[] values = weeks.values().stream().mapToDouble(v -> v).toArray();
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (days.get(i).getYear() == year) {
                double[] known = Arrays.copyOf(values, i - ahead + 1);
                scores.add(Score.of(method.of(known, ahead), values[i]));
            }
        }
        System.out.printf(
                "%-28s %6d %6d %8.2f %8.2f %7.0f%% %7.0f%%%n",
                name,
                scores.size(),
                ahead,
                scores.stream().mapToDouble(Score::crps).average().orElse(0),
                scores.stream().mapToDouble(Score::error).average().orElse(0),
                100.0 * scores.stream().filter(Score::inside90).count() / scores.size(),
                100.0 * scores.stream().filter(Score::inside50).count() / scores.size());
    }

    private static TreeMap<LocalDate, Double> weeks(Path file) throws IOException {
        Map<LocalDate, List<Double>> byWeek = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.replace("\"", "").split(",");
            if (cells.length >= 3 && cells[1].matches("\\d{4}-\\d\\d-\\d\\d")) {
                LocalDate week = LocalDate.parse(cells[1]).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                byWeek.computeIfAbsent(week, w -> new ArrayList<>()).add(Double.parseDouble(cells[2]));
            }
        }
        TreeMap<LocalDate, Double> means = new TreeMap<>();
        byWeek.forEach((week, days) -> {
            if (days.size() >= FULL_WEEK) {
                means.put(week, days.stream().mapToDouble(d -> d).average().orElse(0));
            }
        });
        return means;
    }
}
