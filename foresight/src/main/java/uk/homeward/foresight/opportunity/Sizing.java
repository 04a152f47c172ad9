package uk.homeward.foresight.opportunity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How large an opportunity is in a year: of those who come, a share could do better, part of that can be achieved, and
 * each is worth so many of what is counted (days, for example).
 *
 * @param share the share found, 0 to 1
 * @param low the stated opportunity in a year at the least
 * @param cohort those who come in a year; null where it is not known
 * @param each how many of the unit each person is worth, such as 1 person or 5 days
 */
public record Sizing(
        String question,
        String title,
        double share,
        String unit,
        double low,
        double high,
        @Nullable Double cohort,
        double each,
        String source) {

    public Sizing {
        if (!(share > 0 && share <= 1) || !(low >= 0 && high >= low) || !(each > 0)) {
            throw new IllegalArgumentException("the sizing of '" + question + "' cannot be: share (" + share
                    + "), range (" + low + ") to (" + high + "). Maybe: a share above 0 up to 1, the lower end first");
        }
    }

    /** The opportunity if {@code achieved} (0 to 1) of it is achieved; empty where the cohort is not known. */
    public Optional<Double> opportunity(double achieved) {
        return Optional.ofNullable(cohort).map(people -> people * share * achieved * each);
    }

    /** The same with a share that a review of our own has found. */
    public Sizing withShare(double found) {
        return new Sizing(question, title, found, unit, low, high, cohort, each, source);
    }

    /** The stated range, if as many of a cohort of the same size are found by a review of our own; needs no cohort. */
    public Range ifShares(double lowest, double highest) {
        return new Range(low * lowest / share, high * highest / share);
    }

    /** What part of the whole opportunity the stated range takes as achievable; empty without a cohort. */
    public Optional<Range> achievable() {
        return opportunity(1).map(whole -> new Range(low / whole, high / whole));
    }

    /** Those who would have to come in a year for the stated range, if all of it were achieved. */
    public Range impliedCohort() {
        return new Range(low / (share * each), high / (share * each));
    }

    /** A range, the lower end first. */
    public record Range(double low, double high) {}
}
