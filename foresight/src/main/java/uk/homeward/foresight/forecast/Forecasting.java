package uk.homeward.foresight.forecast;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.engine.Paths;
import uk.homeward.foresight.network.Standing;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.PoolId;

/** Plays the next days of a place many times from where it stands. */
public final class Forecasting {

    /** Moments lie at midnight, six, noon and six. */
    static final int HOURS_APART = 6;

    private static final int RUNS_FOR_ONE_MORE = 60;
    private static final double MAY_RUN_OUT = 0.02;
    private static final double T_95 = 2.0; // Student's t over some 60 pairs

    private final Pathway pathway;
    private final LocalDateTime start;
    private final List<Standing> people;
    private final int days;
    private final int runs;
    private final long seed;
    private final Listener listener;
    private final List<LocalDateTime> moments = new ArrayList<>();
    private final ScenarioRun run;

    private Forecasting(
            Pathway pathway,
            LocalDateTime start,
            List<Standing> people,
            int days,
            int runs,
            long seed,
            Listener listener) {
        this.pathway = pathway;
        this.start = start;
        this.people = people;
        this.days = days;
        this.runs = runs;
        this.seed = seed;
        this.listener = listener;
        LocalDateTime at = start.toLocalDate().atStartOfDay();
        while (moments.size() < days * 24 / HOURS_APART) {
            at = at.plusHours(HOURS_APART);
            if (at.isAfter(start)) {
                moments.add(at);
            }
        }
        this.run = run(pathway);
    }

    /**
     * Forecasts; the result depends on the seed alone.
     *
     * @param pathway as the place has it now, see {@link Present}
     * @param start local time
     * @param threads runs at once
     * @throws java.util.concurrent.CancellationException if the listener stopped it
     */
    public static Forecast of(
            Pathway pathway,
            LocalDateTime start,
            List<Standing> people,
            int days,
            int runs,
            long seed,
            int threads,
            Listener listener) {
        return new Forecasting(pathway, start, people, days, runs, seed, listener).forecast(threads);
    }

    private Forecast forecast(int threads) {
        Paths paths = play(run, runs, threads);
        List<LocalDate> dates =
                moments.stream().map(Forecasting::dayOf).distinct().toList();
        List<Line> lines = new ArrayList<>();
        Map<String, List<Double>> runOut = new LinkedHashMap<>();
        for (int p = 0; p < paths.pools().size(); p++) {
            pool(paths, p, lines);
            runOut.put(paths.pools().get(p), runOut(paths, p, dates));
        }
        for (int s = 0; s < paths.standards().size(); s++) {
            lines.add(standard(paths, s));
        }
        List<Forecast.OneMore> oneMore = new ArrayList<>();
        runOut.forEach((pool, chances) -> {
            if (chances.stream().anyMatch(c -> c > MAY_RUN_OUT)) {
                oneMore.add(oneMore(PoolId.of(pool), paths, threads));
            }
        });
        return new Forecast(start, people.size(), runs, seed, lines, dates, runOut, oneMore);
    }

    private ScenarioRun run(Pathway played) {
        return ScenarioRun.from(
                new Scenario(
                        "forecast", "Forecast", played, start, 0, hours().getLast(), Scenario.Period.NONE, List.of()),
                people);
    }

    private List<Double> hours() {
        return moments.stream()
                .map(m -> Duration.between(start, m).toMillis() / 3_600_000.0)
                .toList();
    }

    private Paths play(ScenarioRun played, int replications, int threads) {
        return played.paths(hours(), replications, seed, threads, listener);
    }

    /** A moment at midnight belongs to the day that it ends. */
    private static LocalDate dayOf(LocalDateTime moment) {
        return moment.minusHours(1).toLocalDate();
    }

    private void pool(Paths paths, int p, List<Line> lines) {
        String name = paths.pools().get(p);
        double parts = run.parts(PoolId.of(name));
        List<double[]> taken = new ArrayList<>();
        List<double[]> waiting = new ArrayList<>();
        for (int m = 0; m < moments.size(); m++) {
            int moment = m;
            taken.add(over(paths, i -> paths.inUse(i, moment, p) / parts));
            waiting.add(over(paths, i -> paths.queue(i, moment, p)));
        }
        lines.add(new Line(new Quantity(Quantity.Kind.TAKEN, name), moments, taken));
        lines.add(new Line(new Quantity(Quantity.Kind.WAITING, name), moments, waiting));
    }

    private static double[] over(Paths paths, ToDoubleFunction<Integer> value) {
        return Line.percentiles(IntStream.range(0, paths.replications())
                .mapToDouble(i -> value.applyAsDouble(i))
                .toArray());
    }

    private List<Double> runOut(Paths paths, int p, List<LocalDate> dates) {
        return dates.stream()
                .map(day -> IntStream.range(0, paths.replications())
                        .filter(i -> IntStream.range(0, moments.size())
                                .filter(m -> dayOf(moments.get(m)).equals(day))
                                .anyMatch(m ->
                                        paths.queue(i, m, p) > 0 || paths.inUse(i, m, p) >= paths.capacity(i, m, p)))
                        .count())
                .map(count -> (double) count / paths.replications())
                .toList();
    }

    /** By whole days; the first day has begun already and is left out. */
    private Line standard(Paths paths, int s) {
        List<LocalDateTime> ends = new ArrayList<>();
        List<double[]> met = new ArrayList<>();
        int perDay = 24 / HOURS_APART;
        for (int m = 0; m < moments.size(); m++) {
            int moment = m;
            if (moments.get(m).getHour() == 0 && m >= perDay) {
                ends.add(moments.get(m));
                met.add(over(paths, i -> share(paths, i, moment - perDay + 1, moment, s)));
            }
        }
        return new Line(new Quantity(Quantity.Kind.MET, paths.standards().get(s)), ends, met);
    }

    private static double share(Paths paths, int run, int from, int to, int standard) {
        long judged = 0;
        long met = 0;
        for (int m = from; m <= to; m++) {
            judged += paths.judged(run, m, standard);
            met += paths.met(run, m, standard);
        }
        return judged == 0 ? Double.NaN : (double) met / judged;
    }

    private Forecast.OneMore oneMore(PoolId pool, Paths asIs, int threads) {
        int pairs = Math.min(RUNS_FOR_ONE_MORE, runs);
        Paths more = play(run(withOneMore(pool)), pairs, threads);
        int p = asIs.pools().indexOf(pool.value());
        double[] waited = new double[pairs];
        double[] kept = new double[pairs];
        double[] hours = asIs.pools().stream()
                .mapToDouble(q -> 24 * run.parts(PoolId.of(q)))
                .toArray(); // the engine's units in a place for a day
        for (int i = 0; i < pairs; i++) {
            for (int m = 0; m < moments.size(); m++) {
                waited[i] += (asIs.queueHours(i, m, p) - more.queueHours(i, m, p)) / 24;
                for (int q = 0; q < asIs.pools().size(); q++) {
                    kept[i] += (asIs.keptHours(i, m, q) - more.keptHours(i, m, q)) / hours[q];
                }
            }
        }
        return new Forecast.OneMore(pool.value(), gain(waited), gain(kept));
    }

    private static Forecast.Gain gain(double[] values) {
        double mean = java.util.Arrays.stream(values).average().orElse(0);
        double squares = java.util.Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .sum();
        double half =
                values.length < 2 ? Double.NaN : T_95 * Math.sqrt(squares / (values.length - 1.0) / values.length);
        return new Forecast.Gain(mean, mean - half, mean + half);
    }

    private Pathway withOneMore(PoolId id) {
        Map<PoolId, Pool> pools = new LinkedHashMap<>(pathway.pools());
        pools.computeIfPresent(
                id,
                (i, pool) -> new Pool(
                        pool.id(),
                        pool.title(),
                        pool.kind(),
                        pool.capacity() + 1,
                        pool.byHour(),
                        pool.byWeekday(),
                        pool.changes().stream()
                                .map(c -> new Pool.Change(c.from(), c.capacity() + 1))
                                .toList(),
                        pool.outOfService(),
                        pool.costPerDay()));
        return new Pathway(
                pathway.id(),
                pathway.title(),
                pathway.version(),
                pathway.sources(),
                pathway.attributes(),
                pathway.routes(),
                pathway.steps(),
                pathway.decisions(),
                pathway.exits(),
                pools,
                pathway.standards(),
                pathway.followUps());
    }
}
