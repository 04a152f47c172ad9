package uk.homeward.journey.event;

import java.time.Instant;

/**
 * An event as the journal holds it.
 *
 * @param sequence the place of the event in the order of its subject, from 1
 * @param occurredAt when it happened
 * @param recordedAt when we were told
 */
public record Recorded<E extends Event>(
        Subject subject, int sequence, Instant occurredAt, Instant recordedAt, Actor by, E event) {

    public Recorded {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence (" + sequence + ") counts from 1");
        }
    }
}
