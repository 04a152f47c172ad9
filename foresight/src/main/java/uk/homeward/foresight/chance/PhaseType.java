package uk.homeward.foresight.chance;

import java.util.Arrays;
import java.util.List;

/**
 * The time until a Markov chain leaves its phases: it starts in phase i with probability {@code start[i]}, moves from
 * phase i to j at rate {@code rates[i][j]} and leaves from phase i at rate {@code leave[i]}. Erlang, hyperexponential and
 * Coxian distributions are special cases; any distribution can be approached.
 */
public record PhaseType(List<Double> start, List<List<Double>> rates, List<Double> leave) implements Distribution {

    public PhaseType {
        start = List.copyOf(start);
        rates = rates.stream().map(List::copyOf).toList();
        leave = List.copyOf(leave);
        int n = start.size();
        if (n == 0 || rates.size() != n || leave.size() != n || rates.stream().anyMatch(r -> r.size() != n)) {
            throw new IllegalArgumentException(
                    "phases do not match: start (" + n + "), rates (" + rates.size() + "), leave (" + leave.size()
                            + "). Maybe: give each phase one start, one row and one leaving rate");
        }
        start.forEach(p -> Refuse.negative("a start probability", p));
        rates.forEach(row -> row.forEach(r -> Refuse.negative("a rate between phases", r)));
        leave.forEach(r -> Refuse.negative("a leaving rate", r));
        double sum = start.stream().mapToDouble(p -> p).sum();
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "start probabilities add up to (" + sum + "). Maybe: make them add up to 1");
        }
        moments(rates, leave, start); // refuses phases that cannot be left
    }

    /** {@code phases} exponential phases one after the other with this total mean. */
    public static PhaseType erlang(int phases, double mean) {
        double rate = phases / mean;
        return coxian(java.util.Collections.nCopies(phases, rate), java.util.Collections.nCopies(phases - 1, 1.0));
    }

    /** Phases in a row: after phase i the chain goes on with probability {@code onwards[i]}, otherwise it leaves. */
    public static PhaseType coxian(List<Double> rate, List<Double> onwards) {
        int n = rate.size();
        Double[][] between = new Double[n][n];
        Double[] leave = new Double[n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(between[i], 0.0);
            double on = i < n - 1 ? onwards.get(i) : 0;
            leave[i] = rate.get(i) * (1 - on);
            if (i < n - 1) {
                between[i][i + 1] = rate.get(i) * on;
            }
        }
        Double[] start = new Double[n];
        Arrays.fill(start, 0.0);
        start[0] = 1.0;
        return new PhaseType(
                List.of(start), Arrays.stream(between).map(List::of).toList(), List.of(leave));
    }

    private double total(int phase) {
        return leave.get(phase) + rates.get(phase).stream().mapToDouble(r -> r).sum();
    }

    @Override
    public double sample(Chance chance) {
        int phase = pick(start, chance.uniform());
        double time = 0;
        while (true) {
            double total = total(phase);
            time += chance.exponential() / total;
            double u = chance.uniform() * total;
            if (u < leave.get(phase)) {
                return time;
            }
            phase = pick(rates.get(phase), u - leave.get(phase));
        }
    }

    private static int pick(List<Double> weights, double u) {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0) {
                last = i;
                sum += weights.get(i);
                if (u < sum) {
                    return i;
                }
            }
        }
        return last;
    }

    @Override
    public double mean() {
        return moments(rates, leave, start)[0];
    }

    @Override
    public double variance() {
        double[] m = moments(rates, leave, start);
        return m[1] - m[0] * m[0];
    }

    /** First and second moment by solving the linear equations for the time still to go from each phase. */
    private static double[] moments(List<List<Double>> rates, List<Double> leave, List<Double> start) {
        int n = start.size();
        double[] first = solve(rates, leave, ones(n));
        double[] twice = Arrays.stream(first).map(x -> 2 * x).toArray();
        double[] second = solve(rates, leave, twice);
        double m1 = 0;
        double m2 = 0;
        for (int i = 0; i < n; i++) {
            m1 += start.get(i) * first[i];
            m2 += start.get(i) * second[i];
        }
        return new double[] {m1, m2};
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] solve(List<List<Double>> rates, List<Double> leave, double[] right) {
        int n = right.length;
        double[][] a = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            a[i][i] = leave.get(i);
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    a[i][j] -= rates.get(i).get(j);
                    a[i][i] += rates.get(i).get(j);
                }
            }
            a[i][n] = right[i];
        }
        return LinearEquations.solve(a);
    }

    @Override
    public double cdf(double x) { // uniformisation
        if (x <= 0) {
            return 0;
        }
        int n = start.size();
        double fastest = 0;
        for (int i = 0; i < n; i++) {
            fastest = Math.max(fastest, total(i));
        }
        double[] at = start.stream().mapToDouble(p -> p).toArray();
        double poisson = Math.exp(-fastest * x);
        double alive = 0;
        double weight = 0;
        for (int k = 0; weight < 1 - 1e-13 && k < 100_000; k++) {
            alive += poisson * Arrays.stream(at).sum();
            weight += poisson;
            at = stepOn(at, fastest);
            poisson *= fastest * x / (k + 1);
        }
        return Math.min(1, Math.max(0, 1 - alive));
    }

    private double[] stepOn(double[] at, double fastest) {
        double[] next = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            next[i] += at[i] * (1 - total(i) / fastest);
            for (int j = 0; j < at.length; j++) {
                next[j] += at[i] * rates.get(i).get(j) / fastest;
            }
        }
        return next;
    }
}
