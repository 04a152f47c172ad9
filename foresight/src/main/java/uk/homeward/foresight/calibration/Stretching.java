package uk.homeward.foresight.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * By what factors attributes and waiting stretch a duration: a regression of its logarithm in which stays that have not
 * ended count as what is to be expected of them (accelerated failure times, by expectation and maximisation).
 */
final class Stretching {

    static final int FEW = 30;
    private static final int ROUNDS = 200;

    private final List<Stay> stays;
    private final List<Effect> learnable = new ArrayList<>();
    private final List<Effect> kept = new ArrayList<>();
    private final double[][] x;
    private final double[] y;
    private double[] beta;
    private double sigma = 1;

    Stretching(List<Stay> stays, List<Effect> effects) {
        this.stays = stays;
        for (Effect effect : effects) {
            (isSeen(effect) ? learnable : kept).add(effect);
        }
        x = new double[stays.size()][];
        y = new double[stays.size()];
        for (int i = 0; i < y.length; i++) {
            Stay stay = stays.get(i);
            x[i] = new double[learnable.size() + 1];
            x[i][0] = 1;
            for (int k = 0; k < learnable.size(); k++) {
                x[i][k + 1] = learnable.get(k).amount(stay.attributes(), stay.delayDays());
            }
            y[i] = Math.log(stay.hours() / factor(kept, stay));
        }
        beta = new double[learnable.size() + 1];
        if (!learnable.isEmpty()) {
            fit();
        }
    }

    private int concerned(Effect effect) {
        return (int) stays.stream()
                .filter(s -> effect.amount(s.attributes(), s.delayDays()) != 0)
                .count();
    }

    private boolean isSeen(Effect effect) {
        int people = concerned(effect);
        return people >= FEW && stays.size() - people >= FEW;
    }

    private static double factor(List<Effect> effects, Stay stay) {
        double log = 0;
        for (Effect effect : effects) {
            log += effect.assumedLog() * effect.amount(stay.attributes(), stay.delayDays());
        }
        return Math.exp(log);
    }

    private void fit() {
        double[] filled = y.clone();
        double[] spare = new double[y.length]; // variance of what is not known
        for (int round = 0; round < ROUNDS; round++) {
            double[] before = beta;
            beta = Equations.solve(squares(false), products(filled));
            sigma = spread(filled, spare);
            expect(filled, spare);
            double moved = 0;
            for (int k = 0; k < beta.length; k++) {
                moved = Math.max(moved, Math.abs(beta[k] - before[k]));
            }
            if (moved < 1e-7) {
                break;
            }
        }
    }

    private double[][] squares(boolean onlyEnded) {
        double[][] sum = new double[beta.length][beta.length];
        for (int i = 0; i < y.length; i++) {
            if (!onlyEnded || stays.get(i).ended()) {
                for (int a = 0; a < beta.length; a++) {
                    for (int b = 0; b < beta.length; b++) {
                        sum[a][b] += x[i][a] * x[i][b];
                    }
                }
            }
        }
        return sum;
    }

    private double[] products(double[] filled) {
        double[] sum = new double[beta.length];
        for (int i = 0; i < y.length; i++) {
            for (int a = 0; a < beta.length; a++) {
                sum[a] += x[i][a] * filled[i];
            }
        }
        return sum;
    }

    private double expected(int i) {
        double sum = 0;
        for (int a = 0; a < beta.length; a++) {
            sum += beta[a] * x[i][a];
        }
        return sum;
    }

    private double spread(double[] filled, double[] spare) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double off = filled[i] - expected(i);
            sum += off * off + spare[i];
        }
        return Math.sqrt(Math.max(1e-12, sum / y.length));
    }

    /** What is to be expected of stays that go on, given that they last longer than they have. */
    private void expect(double[] filled, double[] spare) {
        for (int i = 0; i < y.length; i++) {
            if (!stays.get(i).ended()) {
                double mean = expected(i);
                double z = (y[i] - mean) / sigma;
                double hazard = hazard(z);
                filled[i] = mean + sigma * hazard;
                spare[i] = sigma * sigma * Math.max(0, 1 + hazard * (z - hazard));
            }
        }
    }

    private static double hazard(double z) {
        double beyond = uk.homeward.foresight.chance.Special.normalCdf(-z);
        double density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
        return beyond < 1e-12 ? z + 1 / Math.max(1, z) : density / beyond;
    }

    List<LearnedEffect> learned() {
        List<LearnedEffect> all = new ArrayList<>();
        if (!learnable.isEmpty()) {
            double[][] inverse = Equations.inverse(squares(true));
            for (int k = 0; k < learnable.size(); k++) {
                Effect effect = learnable.get(k);
                double error = sigma * Math.sqrt(inverse[k + 1][k + 1]);
                all.add(LearnedEffect.of(effect, concerned(effect), Between.positive(Math.exp(beta[k + 1]), error)));
            }
        }
        kept.forEach(e -> all.add(LearnedEffect.kept(
                e, concerned(e), "fewer than " + FEW + " people for whom it holds, or for whom it does not")));
        return all;
    }

    /** The stays as they would be of somebody whom no shift concerns. */
    List<Stay> plain() {
        List<Stay> plain = new ArrayList<>();
        for (Stay stay : stays) {
            double log = Math.log(factor(kept, stay));
            for (int k = 0; k < learnable.size(); k++) {
                log += beta[k + 1] * learnable.get(k).amount(stay.attributes(), stay.delayDays());
            }
            plain.add(stay.dividedBy(Math.exp(log)));
        }
        return plain;
    }
}
