package uk.homeward.foresight.opportunity;

import java.util.List;
import java.util.Optional;

/**
 * Agreement beyond chance: Cohen's kappa for two reviewers (1960) and Fleiss' kappa for several (1971). 1 is full
 * agreement, 0 what chance alone gives.
 */
public final class Kappa {

    private Kappa() {}

    /** Cohen's kappa of two reviewers' answers to the same cases; empty without cases or where chance agrees fully. */
    public static Optional<Double> cohen(List<Answer> first, List<Answer> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "(" + first.size() + ") and (" + second.size() + ") answers. Maybe: pair them by case");
        }
        int cases = first.size();
        double same = 0;
        for (int i = 0; i < cases; i++) {
            same += first.get(i) == second.get(i) ? 1 : 0;
        }
        double chance = 0;
        for (Answer answer : Answer.values()) {
            chance += count(first, answer) / (double) cases * (count(second, answer) / (double) cases);
        }
        return beyondChance(same / cases, chance);
    }

    /**
     * Fleiss' kappa; each inner list holds the answers to one case, all of the same number, at least two. Empty without
     * cases or where chance agrees fully.
     */
    public static Optional<Double> fleiss(List<List<Answer>> cases) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        int reviewers = cases.getFirst().size();
        if (reviewers < 2 || cases.stream().anyMatch(one -> one.size() != reviewers)) {
            throw new IllegalArgumentException("not every case has the same number of answers, at least two (first has "
                    + reviewers + "). Maybe: leave out cases that not all have answered");
        }
        double agreement = 0;
        double[] shares = new double[Answer.values().length];
        for (List<Answer> one : cases) {
            double squares = 0;
            for (Answer answer : Answer.values()) {
                double number = count(one, answer);
                squares += number * number;
                shares[answer.ordinal()] += number / (cases.size() * (double) reviewers);
            }
            agreement += (squares - reviewers) / (reviewers * (reviewers - 1.0)) / cases.size();
        }
        double chance = 0;
        for (double share : shares) {
            chance += share * share;
        }
        return beyondChance(agreement, chance);
    }

    private static Optional<Double> beyondChance(double observed, double chance) {
        return Double.isNaN(observed) || chance >= 1
                ? Optional.empty()
                : Optional.of((observed - chance) / (1 - chance));
    }

    private static int count(List<Answer> answers, Answer wanted) {
        return (int) answers.stream().filter(wanted::equals).count();
    }
}
