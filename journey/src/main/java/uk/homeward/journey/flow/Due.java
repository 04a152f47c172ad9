package uk.homeward.journey.flow;

import java.time.Instant;

/** The next thing that somebody has to do for a stay, and by when. */
public record Due(Kind kind, Instant at) {

    /** What is due. */
    public enum Kind {
        EXPECTED_DATE("Set the expected date and criteria for discharge"),
        ROUND("Ask for criteria to reside at the round"),
        EXPECTED_DATE_OVER("Leave on the expected date, or say why not"),
        NEED("Describe what they need"),
        CAUSE("Name what holds them up"),
        LONG_STAY("Look afresh at a long stay"),
        TASK("Finish a task"),
        DEPARTURE("Leave as agreed"),
        ARRIVAL_CHECK("Check that they came home well"),
        HAND_OVER("Hand over what is open here to who has taken them on"),
        SUMMARY("Send the discharge summary"),
        SUMMARY_AGAIN("Send the summary again: a decision changed"),
        ACKNOWLEDGEMENT("Have the summary acknowledged");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
