package uk.homeward.journey.identity;

import java.util.List;

/** Whether somebody who is told of is known already. */
public sealed interface Judgement {

    /** They are this person. */
    record Same(Likeness known) implements Judgement {}

    /** They may be one of these, likeliest first; somebody has to look. */
    record Doubtful(List<Likeness> perhaps) implements Judgement {
        public Doubtful {
            perhaps = List.copyOf(perhaps);
        }
    }

    /** Nobody here is like them. */
    record Nobody() implements Judgement {}

    /**
     * How like a known record is.
     *
     * @param id the known record's
     * @param doubts why it is not certain, in plain words; empty where only the weight decides
     */
    record Likeness(String id, Comparison comparison, List<String> doubts) {
        public Likeness {
            doubts = List.copyOf(doubts);
        }

        /** The findings, then the doubts. */
        public String words() {
            return doubts.isEmpty() ? comparison.words() : comparison.words() + " " + String.join(" ", doubts);
        }
    }
}
