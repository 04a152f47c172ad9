package uk.homeward.journey.event;

/** An event that says what was asked and not done: whoever asks again under the same key is answered the same. */
public interface Refusal {

    /** A stable name of the rule that refused. */
    String code();

    /** Why, in plain words, and what to do. */
    String why();
}
