package uk.homeward.server.exchange.hl7.adt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One understood ADT message.
 *
 * @param envelope its header
 * @param trigger what happened
 * @param organisation the organisation that the sender's profile names; null for an unknown sender
 * @param occurredAt when it happened; for a cancellation, when it was cancelled
 * @param recordedAt when the sender recorded it
 * @param plannedAt when it is planned to happen (EVN-3), for pending events
 * @param cancelsEventAt when the cancelled event had happened, if a cancellation says so (EVN-6)
 * @param subjects the people it is about: one, two for a bed swap, one or more for a merge
 * @param oddities what was not as it should be
 */
public record AdtMessage(
        Envelope envelope,
        Trigger trigger,
        @Nullable String organisation,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Instant plannedAt,
        @Nullable Instant cancelsEventAt,
        List<Subject> subjects,
        List<Oddity> oddities) {

    public AdtMessage {
        subjects = List.copyOf(subjects);
        oddities = List.copyOf(oddities);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("A message is about at least one person. Maybe: refuse it instead");
        }
    }

    /** The first, and mostly only, person. */
    public Subject subject() {
        return subjects.getFirst();
    }
}
