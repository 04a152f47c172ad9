package uk.homeward.server.planning;

/**
 * One difference that chance alone does not explain.
 *
 * @param verdict better, worse or neither
 * @param words in one plain sentence
 * @param weight how much it matters, to put the greatest first
 */
public record Consequence(Verdict verdict, String words, double weight) {

    /** What a planner may think of it. */
    public enum Verdict {
        BETTER("Better"),
        WORSE("Worse"),
        OTHER("Changed");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
