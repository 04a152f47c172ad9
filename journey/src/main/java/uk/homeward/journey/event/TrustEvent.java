package uk.homeward.journey.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who may see what, as people and organisations decided it: records opened with a reason, agreements, a person's choices. */
public sealed interface TrustEvent extends Event {

    /** How far a person's record is shared for their care. */
    enum Sharing {
        /** With those who care for them, cared lately, or answer for the front door. */
        SHARED,
        /** With those who care for them now, and nobody else. */
        CARING_NOW
    }

    /** What a review of an opening with a reason came to. */
    enum Finding {
        JUSTIFIED,
        NOT_JUSTIFIED,
        ASKED
    }

    /** Somebody without a care relationship opened a record with a reason, until then. */
    record GlassBroken(String person, String reason, Instant until) implements TrustEvent {}

    /** The organisation's privacy officer looked at it. */
    record GlassReviewed(Finding finding, String note) implements TrustEvent {}

    /**
     * An organisation joined the place's agreement to share records.
     *
     * @param until the last day on which it holds; null without an end
     */
    record SharingAgreed(String purpose, @Nullable LocalDate until) implements TrustEvent {}

    record SharingEnded(String reason) implements TrustEvent {}

    /** A person chose with whom their record is shared for their care. */
    record SharingChosen(Sharing sharing, String words) implements TrustEvent {}

    /** A person's national data opt-out: what is told of them is not used beyond their own care. */
    record NationalOptOutTold(boolean out, String words) implements TrustEvent {}

    /**
     * Something of the person's record is shown to those only who treat them now.
     *
     * @param item what: {@code AllergyIntolerance/12} of what was received, {@code STORY/walks} of what was told here
     */
    record ItemMarkedSensitive(String item, String reason) implements TrustEvent {}

    /** It is shown like the rest of the record again. */
    record SensitiveMarkLifted(String item, String reason) implements TrustEvent {}

    /**
     * Somebody at work may no longer come in, from now on.
     *
     * @param organisation for which they worked
     */
    record AccessWithdrawn(String organisation, String reason) implements TrustEvent {}

    record AccessGivenBack(String reason) implements TrustEvent {}

    /**
     * What was kept of people was erased because its time was over; it names nobody.
     *
     * @param rule by which, as the place's data says it
     * @param people how many
     * @param events how many events of theirs
     * @param looks how many looks at their records
     */
    record RecordsErased(String rule, int people, long events, long looks) implements TrustEvent {}

    record TrustRefused(String command, String code, String why) implements TrustEvent, Refusal {}
}
