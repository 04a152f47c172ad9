package uk.homeward.server.person;

import java.time.Instant;

/**
 * One event as a person reads it.
 *
 * @param sequence the event's number within its subject
 * @param at when it happened, with later amendments of time applied
 * @param told when we were told
 * @param by who told us, with their role
 * @param what one plain sentence
 * @param detail the words that were recorded with it; empty where there are none
 * @param tone how a timeline marks it
 */
public record Sentence(int sequence, Instant at, Instant told, String by, String what, String detail, Tone tone) {

    /** How a timeline marks an event. */
    public enum Tone {
        PLAIN,
        STEP,
        DECISION,
        WARNING
    }
}
