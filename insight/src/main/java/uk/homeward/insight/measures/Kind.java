package uk.homeward.insight.measures;

import java.util.Locale;
import java.util.Optional;

/** How rows become a figure. */
public enum Kind {
    /** Sum of {@code numerator} in a hundred of the sum of {@code denominator} (1 each where there is none). */
    SHARE,
    /** Sum of {@code numerator} by the sum of {@code denominator}, for so many people as the header says. */
    RATE,
    /** Mean of {@code value}. */
    MEAN,
    /** Median of {@code value}. */
    MEDIAN,
    /** Sum of {@code numerator} (1 each where there is none). */
    COUNT,
    /** The same for each day of the period. */
    PER_DAY;

    /** The word of the header: {@code per-day}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> find(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** True where rows give a {@code value}, not a numerator. */
    boolean takesValues() {
        return this == MEAN || this == MEDIAN;
    }

    /** True where rows must give a denominator. */
    boolean needsDenominator() {
        return this == RATE;
    }
}
