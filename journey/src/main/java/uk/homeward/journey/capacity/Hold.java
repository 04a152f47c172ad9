package uk.homeward.journey.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.HoldEvent;
import uk.homeward.journey.event.Recorded;

/**
 * A place that is kept for one person, or two for a couple: the fold of what was told of it.
 *
 * @param asked what is kept, for whom, what for and until when
 * @param by who placed it
 * @param note what was said last
 */
public record Hold(
        String id,
        int version,
        HoldEvent.PlaceHeld asked,
        State state,
        Actor by,
        Instant placedAt,
        Instant changedAt,
        String note) {

    /** Where a hold stands. */
    public enum State {
        /** Kept until it expires. */
        HELD,
        /** The person's, and awaited. */
        CONFIRMED,
        /** The person is there, and no journey tells of it. */
        THERE,
        /** The person began there; their journey counts. */
        TAKEN,
        GIVEN_BACK,
        EXPIRED,
        /** The person was there or awaited, and no longer is. */
        LEFT;

        /** True while the place is nobody else's, for all who are not past its time. */
        public boolean keeps() {
            return switch (this) {
                case HELD, CONFIRMED, THERE -> true;
                case TAKEN, GIVEN_BACK, EXPIRED, LEFT -> false;
            };
        }
    }

    /** Empty where nothing but refusals were told of it. */
    public static Optional<Hold> of(List<Recorded<Event>> told) {
        Hold hold = null;
        for (Recorded<Event> r : told) {
            if (r.event() instanceof HoldEvent.PlaceHeld asked) {
                hold = new Hold(
                        r.subject().id(), r.sequence(), asked, State.HELD, r.by(), r.occurredAt(), r.occurredAt(), "");
            } else if (hold != null && r.event() instanceof HoldEvent event) {
                hold = hold.after(r, event);
            }
        }
        return Optional.ofNullable(hold);
    }

    /** Where it stands after one more event, and what was said. */
    public Hold after(Recorded<Event> r, HoldEvent event) {
        return switch (event) {
            case HoldEvent.PlaceHeld e -> this;
            case HoldEvent.HoldConfirmed e -> now(r, State.CONFIRMED, e.note());
            case HoldEvent.HoldGivenBack e -> now(r, State.GIVEN_BACK, e.reason());
            case HoldEvent.HoldExpired e -> now(r, State.EXPIRED, "");
            case HoldEvent.HoldTaken e -> now(r, State.TAKEN, "");
            case HoldEvent.PersonCame e -> now(r, State.THERE, "");
            case HoldEvent.PlaceLeft e -> now(r, State.LEFT, e.reason());
            case HoldEvent.OneOfTwoLeft e ->
                new Hold(id, r.sequence(), asked.forOne(e.remains()), state, by, placedAt, r.occurredAt(), e.reason());
            case HoldEvent.HoldRefused e -> new Hold(id, r.sequence(), asked, state, by, placedAt, changedAt, note);
        };
    }

    private Hold now(Recorded<Event> r, State state, String note) {
        return new Hold(id, r.sequence(), asked, state, by, placedAt, r.occurredAt(), note);
    }

    /** True where its time has run out, whether or not that was told yet. */
    public boolean isOver(Instant now) {
        return state == State.EXPIRED || (state == State.HELD && !now.isBefore(asked.expiresAt()));
    }

    /** True while it keeps its place from others. */
    public boolean keeps(Instant now) {
        return state.keeps() && !isOver(now);
    }
}
