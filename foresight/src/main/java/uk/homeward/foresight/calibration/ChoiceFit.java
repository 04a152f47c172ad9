package uk.homeward.foresight.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.pathway.Decision;

/**
 * Learns the shares of a decision's options, and how attributes and waiting shift them: a multinomial logit by Newton's
 * method, because the pathway's rule (shares times factors, brought back to a sum of 1) is one.
 */
final class ChoiceFit {

    static final int FEW = 50;
    private static final int ROUNDS = 40;

    private final Decision decision;
    private final List<Chosen> made;
    private final int options;
    private final int[] counts;
    private final int reference;
    private final List<Term> terms = new ArrayList<>();
    private final List<Term> kept = new ArrayList<>();
    private final double[][] offsets;
    private double[] beta = new double[0];
    private double[][] covariance = new double[0][0];

    /** A number that is learned: of an option, its own weight ({@code effect} null) or that of a shift. */
    private record Term(
            int option, @org.jspecify.annotations.Nullable Effect effect) {

        double amount(Chosen chosen) {
            return effect == null ? 1 : effect.amount(chosen.attributes(), chosen.delayDays());
        }
    }

    private ChoiceFit(Decision decision, List<Chosen> made) {
        this.decision = decision;
        this.made = made;
        this.options = decision.options().size();
        this.counts = new int[options];
        for (Chosen chosen : made) {
            counts[index(chosen)]++;
        }
        this.reference = most(counts);
        gather();
        this.offsets = new double[made.size()][options];
        for (int i = 0; i < made.size(); i++) {
            for (Term term : kept) {
                Effect effect = java.util.Objects.requireNonNull(term.effect());
                offsets[i][term.option()] += effect.assumedLog() * term.amount(made.get(i));
            }
        }
    }

    static LearnedDecision learn(Decision decision, List<Chosen> seen, double hoursToDecide) {
        List<Chosen> made = seen.stream()
                .filter(c -> decision.options().stream().anyMatch(o -> o.id().equals(c.option())))
                .toList();
        ChoiceFit fit = new ChoiceFit(decision, made);
        if (made.size() < FEW) {
            String why = "decided only " + made.size() + " times; at least " + FEW + " are needed";
            return new LearnedDecision(decision.id(), made.size(), hoursToDecide, List.of(), List.of(), why);
        }
        fit.solve();
        return new LearnedDecision(decision.id(), made.size(), hoursToDecide, fit.options(), fit.groups(), "");
    }

    private int index(Chosen chosen) {
        for (int o = 0; o < options; o++) {
            if (decision.options().get(o).id().equals(chosen.option())) {
                return o;
            }
        }
        throw new IllegalArgumentException("no option (" + chosen.option() + ")");
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }

    private void gather() {
        for (int o = 0; o < options; o++) {
            if (counts[o] > 0 && o != reference) {
                terms.add(new Term(o, null));
            }
            for (Effect effect : Effects.of(decision.options().get(o).shifts())) {
                Term term = new Term(o, effect);
                (isSeen(term) ? terms : kept).add(term);
            }
        }
    }

    private boolean isSeen(Term term) {
        int concerned = 0;
        int chose = 0;
        int others = 0;
        for (Chosen chosen : made) {
            boolean here = index(chosen) == term.option();
            if (term.amount(chosen) != 0) {
                concerned++;
                chose += here ? 1 : 0;
            } else {
                others += here ? 1 : 0;
            }
        }
        return concerned >= FEW && chose >= 10 && others >= 10;
    }

    private double[] shares(int i) {
        double[] weights = offsets[i].clone();
        for (int o = 0; o < options; o++) {
            weights[o] = counts[o] == 0 ? Double.NEGATIVE_INFINITY : weights[o];
        }
        for (int k = 0; k < terms.size(); k++) {
            weights[terms.get(k).option()] += beta[k] * terms.get(k).amount(made.get(i));
        }
        double sum = 0;
        for (int o = 0; o < options; o++) {
            weights[o] = Math.exp(weights[o]);
            sum += weights[o];
        }
        for (int o = 0; o < options; o++) {
            weights[o] /= sum;
        }
        return weights;
    }

    private void solve() {
        int n = terms.size();
        beta = new double[n];
        for (int k = 0; k < n; k++) {
            Term term = terms.get(k);
            beta[k] = term.effect() == null ? Math.log((double) counts[term.option()] / counts[reference]) : 0;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[n];
            double[][] curve = new double[n][n];
            for (int i = 0; i < made.size(); i++) {
                add(i, slope, curve);
            }
            covariance = Equations.inverse(curve);
            double[] step = Equations.solve(curve, slope);
            double moved = 0;
            for (int k = 0; k < n; k++) {
                double by = Math.max(-1, Math.min(1, step[k]));
                beta[k] += by;
                moved = Math.max(moved, Math.abs(by));
            }
            if (moved < 1e-9) {
                return;
            }
        }
    }

    private void add(int i, double[] slope, double[][] curve) {
        double[] p = shares(i);
        int chose = index(made.get(i));
        double[] amount = new double[terms.size()];
        for (int k = 0; k < amount.length; k++) {
            amount[k] = terms.get(k).amount(made.get(i));
        }
        for (int k = 0; k < amount.length; k++) {
            int o = terms.get(k).option();
            slope[k] += amount[k] * ((o == chose ? 1 : 0) - p[o]);
            for (int j = 0; amount[k] != 0 && j < amount.length; j++) {
                int q = terms.get(j).option();
                curve[k][j] += amount[k] * amount[j] * ((o == q ? p[o] : 0) - p[o] * p[q]);
            }
        }
    }

    private List<LearnedDecision.LearnedOption> options() {
        double[] base = new double[options];
        double sum = 0;
        for (int o = 0; o < options; o++) {
            base[o] = counts[o] == 0 ? 0 : Math.exp(o == reference ? 0 : beta[own(o)]);
            sum += base[o];
        }
        List<LearnedDecision.LearnedOption> learned = new ArrayList<>();
        for (int o = 0; o < options; o++) {
            base[o] /= sum;
        }
        for (int o = 0; o < options; o++) {
            learned.add(new LearnedDecision.LearnedOption(
                    decision.options().get(o).id(),
                    counts[o],
                    decision.options().get(o).share(),
                    share(o, base),
                    effects(o)));
        }
        return learned;
    }

    private int own(int option) {
        for (int k = 0; k < terms.size(); k++) {
            if (terms.get(k).option() == option && terms.get(k).effect() == null) {
                return k;
            }
        }
        return -1;
    }

    /** The delta method; where an option was never chosen, the rule of three. */
    private Between share(int o, double[] base) {
        if (counts[o] == 0) {
            return new Between(0, 0, Math.min(1, 3.0 / made.size()));
        }
        double variance = 0;
        for (int a = 0; a < options; a++) {
            for (int b = 0; b < options; b++) {
                int i = own(a);
                int j = own(b);
                if (i >= 0 && j >= 0) {
                    double da = base[o] * ((o == a ? 1 : 0) - base[a]);
                    double db = base[o] * ((o == b ? 1 : 0) - base[b]);
                    variance += da * db * covariance[i][j];
                }
            }
        }
        Between between = Between.normal(base[o], Math.sqrt(Math.max(0, variance)));
        return new Between(between.value(), Math.max(0, between.low()), Math.min(1, between.high()));
    }

    private List<LearnedEffect> effects(int option) {
        List<LearnedEffect> effects = new ArrayList<>();
        for (int k = 0; k < terms.size(); k++) {
            Effect effect = terms.get(k).effect();
            if (terms.get(k).option() == option && effect != null) {
                double error = Math.sqrt(Math.max(0, covariance[k][k]));
                effects.add(
                        LearnedEffect.of(effect, concerned(terms.get(k)), Between.positive(Math.exp(beta[k]), error)));
            }
        }
        for (Term term : kept) {
            Effect effect = term.effect();
            if (term.option() == option && effect != null) {
                effects.add(LearnedEffect.kept(
                        effect,
                        concerned(term),
                        "too few of those whom it concerns, or of the others, took this option"));
            }
        }
        return effects;
    }

    private int concerned(Term term) {
        return (int) made.stream().filter(c -> term.amount(c) != 0).count();
    }

    /** Each option within each value of each attribute, beside what the learned pathway gives for the same people. */
    private List<LearnedDecision.Group> groups() {
        Map<String, Map<String, List<Integer>>> rows = new java.util.TreeMap<>();
        for (int i = 0; i < made.size(); i++) {
            int row = i;
            made.get(i)
                    .attributes()
                    .forEach((name, value) -> rows.computeIfAbsent(name, a -> new java.util.TreeMap<>())
                            .computeIfAbsent(value, v -> new ArrayList<>())
                            .add(row));
        }
        List<LearnedDecision.Group> groups = new ArrayList<>();
        rows.forEach((name, values) -> values.forEach((value, people) -> group(name, value, people, groups)));
        return groups;
    }

    private void group(String name, String value, List<Integer> people, List<LearnedDecision.Group> groups) {
        double[] fitted = new double[options];
        int[] chosen = new int[options];
        for (int i : people) {
            double[] p = shares(i);
            for (int o = 0; o < options; o++) {
                fitted[o] += p[o] / people.size();
            }
            chosen[index(made.get(i))]++;
        }
        for (int o = 0; o < options; o++) {
            groups.add(new LearnedDecision.Group(
                    decision.options().get(o).id(),
                    name,
                    value,
                    people.size(),
                    chosen[o],
                    Between.share(chosen[o], people.size()),
                    fitted[o]));
        }
    }
}
