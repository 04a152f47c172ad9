package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import uk.homeward.foresight.engine.Findings.DecisionFinding;
import uk.homeward.foresight.engine.Findings.PeriodFinding;
import uk.homeward.foresight.engine.Findings.PoolFinding;
import uk.homeward.foresight.engine.Findings.Rate;
import uk.homeward.foresight.engine.Findings.StandardFinding;
import uk.homeward.foresight.engine.Findings.StepFinding;

/**
 * Gathers replications, in whatever order they end. What is pooled over them (how long each level lasted, how often each
 * wait occurred) are sums of whole numbers, so the result does not depend on the order.
 */
final class Summary {

    private final Compiled net;
    private final Layout at;
    private final Horizon horizon;
    private final int replications;
    private final long[][] lasted;
    private final long[][] waits;
    private final long[][] clocks;
    private final List<List<Periods.Period>> runs = new ArrayList<>();
    private final double[][] full; // by pool and run
    private final double[][] waited; // by step and run
    private long events;

    Summary(Compiled net, Horizon horizon, int replications) {
        this.net = net;
        this.at = new Layout(net);
        this.horizon = horizon;
        this.replications = replications;
        lasted = new long[at.levels][0];
        waits = new long[at.steps][0];
        clocks = new long[at.standards][0];
        full = new double[at.pools][replications];
        waited = new double[at.steps][replications];
        for (int i = 0; i < replications; i++) {
            runs.add(List.of());
        }
    }

    synchronized void add(int run, Outcome outcome) {
        runs.set(run, outcome.periods);
        events += outcome.events;
        for (int level = 0; level < at.levels; level++) {
            lasted[level] = sum(lasted[level], outcome.tally.lasted(level));
        }
        for (int step = 0; step < at.steps; step++) {
            long[] counts = outcome.tally.steps[step].waits;
            waits[step] = sum(waits[step], counts);
            long all = Arrays.stream(counts).sum();
            waited[step][run] = all == 0 ? Double.NaN : 1 - (double) counts[0] / all;
        }
        for (int standard = 0; standard < at.standards; standard++) {
            clocks[standard] = sum(clocks[standard], outcome.tally.clocks.counts(standard));
        }
        for (int pool = 0; pool < at.pools; pool++) {
            full[pool][run] = full(pool, outcome);
        }
    }

    private double full(int pool, Outcome outcome) {
        int places = net.network.pools().get(pool).places();
        if (places == Integer.MAX_VALUE || !net.isConstant(pool)) {
            return Double.NaN;
        }
        long[] h = outcome.tally.lasted(at.useLevel[pool]);
        long sum = 0;
        for (int v = places; v < h.length; v++) {
            sum += h[v];
        }
        return (double) sum / outcome.covered();
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    Paths paths() {
        return new Paths(net, at, runs);
    }

    Findings findings() {
        Slice whole = new Slice(runs, -1, at, horizon);
        List<PoolFinding> pools = new ArrayList<>();
        for (int p = 0; p < at.pools; p++) {
            pools.add(pool(p, whole));
        }
        List<StepFinding> steps = new ArrayList<>();
        for (int s = 0; s < at.steps; s++) {
            steps.add(step(s, whole));
        }
        List<StandardFinding> standards = new ArrayList<>();
        for (int s = 0; s < at.standards; s++) {
            standards.add(standard(s, whole));
        }
        List<PeriodFinding> periods = new ArrayList<>();
        for (int i = 0; i < runs.getFirst().size(); i++) {
            periods.add(period(new Slice(runs, i, at, horizon)));
        }
        return new Findings(
                replications,
                whole.hours(),
                events,
                Estimates.of(whole.people()),
                pools,
                steps,
                decisions(whole),
                rates(whole, net.network.exits().stream().map(e -> e.name()).toList(), at.left),
                rates(whole, net.network.sources().stream().map(s -> s.name()).toList(), at.arrived),
                standards,
                periods,
                inUse(whole));
    }

    private List<List<Double>> inUse(Slice slice) {
        return IntStream.range(0, at.pools)
                .mapToObj(
                        p -> Arrays.stream(slice.level(at.useLevel[p])).boxed().toList())
                .toList();
    }

    /** The steps that may occupy a pool, as positions of one of their counts. */
    private int[] ofUsers(int pool, int count) {
        return IntStream.range(0, at.steps)
                .filter(s ->
                        Arrays.stream(net.needs.poolsOf[net.needs.lineOf[s]]).anyMatch(p -> p == pool))
                .map(s -> count + s)
                .toArray();
    }

    private double[] poolWait(int pool, Slice slice) {
        return slice.ratio(ofUsers(pool, at.waitSum), ofUsers(pool, at.started), Lasts.HOUR);
    }

    private long[] poolWaits(int pool) {
        return Arrays.stream(ofUsers(pool, 0)).mapToObj(s -> waits[s]).reduce(new long[0], Summary::sum);
    }

    private PoolFinding pool(int p, Slice whole) {
        double[] capacity = whole.capacity(p);
        double[] inUse = whole.level(at.useLevel[p]);
        double[] share = new double[replications];
        Arrays.setAll(share, i -> inUse[i] / capacity[i]);
        return new PoolFinding(
                net.network.pools().get(p).name(),
                Arrays.stream(capacity).average().orElse(Double.NaN),
                level(whole, at.useLevel[p]),
                Estimates.of(share),
                level(whole, at.stuck + p),
                level(whole, at.queueLevel[p]),
                Estimates.of(full[p]),
                Estimates.ofSpans(poolWait(p, whole), poolWaits(p)),
                Estimates.of(whole.perDay(ofUsers(p, at.completed))));
    }

    private StepFinding step(int s, Slice whole) {
        return new StepFinding(
                net.network.steps().get(s).name(),
                level(whole, at.present + s),
                level(whole, at.waiting + s),
                level(whole, at.blocked + s),
                Estimates.ofSpans(whole.ratio(at.waitSum + s, at.started + s, Lasts.HOUR), waits[s]),
                Estimates.of(waited[s]),
                Estimates.of(whole.perDay(at.started + s)),
                Estimates.of(whole.perDay(at.completed + s)),
                Estimates.of(whole.perDay(at.lapsed + s)),
                Estimates.of(whole.perDay(at.turnedAway + s)),
                Estimates.of(whole.perDay(at.cut + s)));
    }

    private StandardFinding standard(int s, Slice whole) {
        return new StandardFinding(
                net.network.standards().get(s).name(),
                Estimates.of(whole.ratio(at.met + s, at.judged + s, 1)),
                Estimates.ofSpans(whole.ratio(at.clockSum + s, at.judged + s, Lasts.HOUR), clocks[s]),
                Estimates.of(whole.perDay(at.judged + s)));
    }

    private List<DecisionFinding> decisions(Slice whole) {
        List<DecisionFinding> decisions = new ArrayList<>();
        for (int d = 0; d < net.decisions; d++) {
            var decision = net.network.decisions().get(d);
            List<String> names = decision.options().stream().map(o -> o.name()).toList();
            decisions.add(new DecisionFinding(decision.name(), rates(whole, names, at.optionAt[d])));
        }
        return decisions;
    }

    private List<Rate> rates(Slice slice, List<String> names, int count) {
        List<Rate> rates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rates.add(new Rate(
                    names.get(i), Estimates.of(slice.perDay(count + i)), Estimates.of(slice.count(count + i))));
        }
        return rates;
    }

    private Estimate level(Slice slice, int level) {
        return Estimates.ofLevel(slice.level(level), lasted[level]);
    }

    private PeriodFinding period(Slice slice) {
        List<Double> capacity = new ArrayList<>();
        for (int p = 0; p < at.pools; p++) {
            capacity.add(Arrays.stream(slice.capacity(p)).average().orElse(Double.NaN));
        }
        return new PeriodFinding(
                slice.from() / Lasts.HOUR,
                slice.to() / Lasts.HOUR,
                each(at.pools, p -> slice.level(at.useLevel[p])),
                capacity,
                each(at.pools, p -> slice.level(at.stuck + p)),
                each(at.steps, s -> slice.level(at.present + s)),
                each(at.steps, s -> slice.level(at.waiting + s)),
                each(at.steps, s -> slice.ratio(at.waitSum + s, at.started + s, Lasts.HOUR)),
                each(at.steps, s -> slice.perDay(at.completed + s)),
                each(at.exits, e -> slice.perDay(at.left + e)),
                each(at.sources, s -> slice.perDay(at.arrived + s)),
                each(at.standards, s -> slice.ratio(at.met + s, at.judged + s, 1)),
                each(at.pools, p -> slice.level(at.queueLevel[p])),
                each(at.pools, p -> poolWait(p, slice)),
                each(at.pools, p -> slice.perDay(ofUsers(p, at.completed))),
                each(at.steps, s -> slice.level(at.blocked + s)),
                inUse(slice));
    }

    private static List<Estimate> each(int count, IntFunction<double[]> values) {
        List<Estimate> each = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            each.add(Estimates.of(values.apply(i)));
        }
        return each;
    }
}
