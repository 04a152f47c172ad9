package uk.homeward.journey.programme;

/**
 * Likelihood times impact, each from 1 to 5. The bands are those of the risk matrix that NHS organisations share (National
 * Patient Safety Agency, 2008): 1 to 3 low, 4 to 6 moderate, 8 to 12 high, 15 to 25 extreme.
 */
public record Score(int likelihood, int impact) {

    /** How much attention a score asks for. */
    public enum Band {
        LOW("Low"),
        MODERATE("Moderate"),
        HIGH("High"),
        EXTREME("Extreme");

        private final String words;

        Band(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Score {
        if (!fits(likelihood) || !fits(impact)) {
            throw new IllegalArgumentException(
                    "likelihood (" + likelihood + ") and impact (" + impact + ") each run from 1 to 5");
        }
    }

    static boolean fits(int part) {
        return part >= 1 && part <= 5;
    }

    public int value() {
        return likelihood * impact;
    }

    public Band band() {
        return value() <= 3 ? Band.LOW : value() <= 6 ? Band.MODERATE : value() <= 12 ? Band.HIGH : Band.EXTREME;
    }

    /** {@code 4 × 5 = 20, extreme}. */
    public String words() {
        return likelihood + " × " + impact + " = " + value() + ", "
                + band().words().toLowerCase(java.util.Locale.ROOT);
    }
}
