package uk.homeward.insight.risk;

import java.util.Arrays;

/**
 * The population by risk: a small top, a middle that is on its way there, a broad base. Where the lines are drawn is the
 * place's choice, as shares of the population; people with equal scores are never parted, so that a tier may be a little
 * larger than its share, and people without any risk found (score 0) always belong to the base.
 *
 * <p>Source of the shape: the population health pyramid of 2018 that the place's public health report prints: high 1-5%,
 * rising 15-35%, low 60-80%, and 18-20% of the rising tier moving up each year.
 */
public final class RiskPyramid {

    /** A level of the pyramid. */
    public enum Tier {
        HIGH,
        RISING,
        LOW
    }

    /**
     * Where the lines are drawn.
     *
     * @param high share of the population, for example 0.05
     * @param rising share of the population below that, for example 0.20
     */
    public record Shares(double high, double rising) {

        public Shares {
            if (!(high > 0 && rising > 0 && high + rising < 1)) {
                throw new IllegalArgumentException("The shares of high and rising risk are (" + high + ") and ("
                        + rising + "). Maybe: 0.05 and 0.20 were meant; together they must be less than 1.");
            }
        }
    }

    private final int highFrom;
    private final int risingFrom;

    private RiskPyramid(int highFrom, int risingFrom) {
        this.highFrom = highFrom;
        this.risingFrom = risingFrom;
    }

    /** Finds the lines for a population's scores, in any unit of which more means more risk. */
    public static RiskPyramid of(int[] scores, Shares shares) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("There are no scores. Maybe: the file was read empty.");
        }
        int[] sorted = scores.clone();
        Arrays.sort(sorted);
        int highFrom = Math.max(1, scoreAt(sorted, shares.high()));
        int risingFrom = Math.max(1, scoreAt(sorted, shares.high() + shares.rising()));
        return new RiskPyramid(highFrom, Math.min(highFrom, risingFrom));
    }

    /** The score of the last person within the top share; at least one person is within it. */
    private static int scoreAt(int[] ascending, double share) {
        int within = Math.max(1, (int) Math.floor(share * ascending.length + 1e-9));
        return ascending[ascending.length - within];
    }

    public Tier tier(int score) {
        if (score >= highFrom) {
            return Tier.HIGH;
        }
        return score >= risingFrom ? Tier.RISING : Tier.LOW;
    }

    /** The lowest score of the high tier. */
    public int highFrom() {
        return highFrom;
    }

    /** The lowest score of the rising tier. */
    public int risingFrom() {
        return risingFrom;
    }

    /** How a tier was given, in words. */
    public Reason why(int score) {
        return switch (tier(score)) {
            case HIGH -> new Reason("a score of " + score + ", from " + highFrom + " on is high risk", score);
            case RISING -> new Reason("a score of " + score + ", from " + risingFrom + " on is rising risk", score);
            case LOW -> new Reason("a score of " + score + ", below " + risingFrom + " is low risk", score);
        };
    }
}
