package uk.homeward.journey.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.PoolId;

/** What is told of one hold: a place in a unit that is kept for one person. */
public sealed interface HoldEvent extends Event {

    /**
     * Somebody asked for a place to be kept.
     *
     * @param spot the bed; null where any will do
     * @param slot which hours; null for beds and caseload places
     * @param amount how many places or hours a week
     * @param person for whom
     * @param purpose what for, in words
     * @param expiresAt when it is free for others again unless it is confirmed
     * @param partner with whom they stay together: then it is two places, or none; empty if for one person
     */
    record PlaceHeld(
            PoolId pool,
            String unit,
            @Nullable String spot,
            @Nullable Slot slot,
            double amount,
            String person,
            String purpose,
            Instant expiresAt,
            String partner)
            implements HoldEvent {

        public PlaceHeld {
            partner = Objects.requireNonNullElse(partner, ""); // told before couples could be
        }

        /** The same for the one of two who remains. */
        public PlaceHeld forOne(String remains) {
            return new PlaceHeld(pool, unit, spot, slot, amount - 1, remains, purpose, expiresAt, "");
        }
    }

    /** The place is the person's: it no longer expires. */
    record HoldConfirmed(String note) implements HoldEvent {}

    /** Given back before anybody came. */
    record HoldGivenBack(String reason) implements HoldEvent {}

    /** Nobody confirmed it in time. */
    record HoldExpired() implements HoldEvent {}

    /** The person began there; from now on the journey counts as taking the place. */
    record HoldTaken(String journey) implements HoldEvent {}

    /** The person came and is counted by the hold still, as no journey tells of it. */
    record PersonCame() implements HoldEvent {}

    /** The person has left, or will not come after all. */
    record PlaceLeft(String reason) implements HoldEvent {}

    /** One of two has left or will not come after all; the other's place is theirs still. */
    record OneOfTwoLeft(String person, String remains, String reason) implements HoldEvent {}

    /** Refused, and kept that it was. */
    record HoldRefused(String command, String code, String why) implements HoldEvent, Refusal {}
}
