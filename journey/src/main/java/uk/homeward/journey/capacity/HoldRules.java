package uk.homeward.journey.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.HoldEvent;
import uk.homeward.journey.event.HoldEvent.PlaceHeld;

/** When a place may be kept, confirmed and given back. Each rule is one short method. */
public final class HoldRules {

    /** Nobody may keep an unconfirmed place longer. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private HoldRules() {}

    /**
     * What is known of the place that is asked for.
     *
     * @param unit the unit's title; null where there is no such unit
     * @param free what somebody new can have in the unit
     * @param freeInSlot the hours offered and not yet kept for others; not a number where no slot is asked for
     * @param spot why the bed cannot be had, in words; null where it can, or where none was named
     * @param already another hold of this person in this pool; null for none
     */
    public record Asked(
            @Nullable String unit,
            double free,
            double freeInSlot,
            @Nullable String spot,
            @Nullable String already) {}

    /** Keeps a place. */
    public static HoldAnswer place(Optional<Hold> before, PlaceHeld held, Asked asked, Instant now) {
        if (before.isPresent()) {
            return HoldAnswer.done();
        }
        return isFor(held)
                .or(() -> isTwoForACouple(held))
                .or(() -> lastsRightly(held, now))
                .or(() -> isKnown(held, asked))
                .or(() -> isNotHeldAlready(asked))
                .or(() -> hasRoom(held, asked))
                .or(() -> hasHours(held, asked))
                .or(() -> spotIsFree(held, asked))
                .<HoldAnswer>map(Function.identity())
                .orElseGet(() -> HoldAnswer.done(held));
    }

    private static Optional<HoldAnswer.Refused> isFor(PlaceHeld held) {
        return held.person().isBlank() || held.purpose().isBlank()
                ? refuse("hold-for-nobody", "A hold belongs to one person and says what for. Give both.")
                : Optional.empty();
    }

    /** A couple has both places or none. */
    private static Optional<HoldAnswer.Refused> isTwoForACouple(PlaceHeld held) {
        boolean couple = !held.partner().isEmpty();
        return couple && (held.amount() != 2 || held.partner().equals(held.person()) || held.spot() != null)
                ? refuse(
                        "couple-needs-two",
                        "Two people who stay together need two places, and no one bed. Name both people, and no bed.")
                : Optional.empty();
    }

    private static Optional<HoldAnswer.Refused> lastsRightly(PlaceHeld held, Instant now) {
        Duration lasts = Duration.between(now, held.expiresAt());
        return lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0
                ? refuse(
                        "hold-too-long",
                        "A hold ends within " + LONGEST.toDays() + " days. Choose a time from now on and before that.")
                : Optional.empty();
    }

    private static Optional<HoldAnswer.Refused> isKnown(PlaceHeld held, Asked asked) {
        return asked.unit() == null
                ? refuse(
                        "unit-unknown",
                        "There is no unit (" + held.unit() + ") of (" + held.pool()
                                + "). Choose one from the capacity board.")
                : Optional.empty();
    }

    private static Optional<HoldAnswer.Refused> isNotHeldAlready(Asked asked) {
        return asked.already() != null
                ? refuse(
                        "held-already",
                        "This person has a place of this kind already: " + asked.already()
                                + ". Give that one back first.")
                : Optional.empty();
    }

    private static Optional<HoldAnswer.Refused> hasRoom(PlaceHeld held, Asked asked) {
        boolean possible = held.amount() > 0 && Double.isFinite(held.amount());
        return !possible || held.amount() > asked.free()
                ? refuse(
                        possible ? "no-room" : "hold-of-nothing",
                        possible
                                ? asked.unit()
                                        + (held.partner().isEmpty()
                                                ? " has no place left."
                                                : " has no two places left.")
                                        + " Choose another unit, or ask to be told when one is free."
                                : "A hold is of at least something. Say how many places or hours.")
                : Optional.empty();
    }

    private static Optional<HoldAnswer.Refused> hasHours(PlaceHeld held, Asked asked) {
        return held.slot() != null && held.amount() > asked.freeInSlot()
                ? refuse(
                        "no-hours",
                        asked.unit() + " does not offer so many hours at that time, there, with that skill. Choose"
                                + " another time of the day, or ring them.")
                : Optional.empty();
    }

    private static Optional<HoldAnswer.Refused> spotIsFree(PlaceHeld held, Asked asked) {
        return asked.spot() != null
                ? refuse("bed-not-free", "Bed " + held.spot() + " " + asked.spot() + ". Choose another bed, or none.")
                : Optional.empty();
    }

    /** Makes the place the person's. A hold that has expired may have gone to somebody else. */
    public static HoldAnswer confirm(Optional<Hold> before, String note, Instant now) {
        if (before.isEmpty()) {
            return unknown();
        }
        Hold hold = before.get();
        if (hold.isOver(now)) {
            return new HoldAnswer.Refused(
                    "hold-expired",
                    "This hold ended before it was confirmed, and the place may be somebody else's. Hold a place"
                            + " anew.");
        }
        return switch (hold.state()) {
            case HELD -> HoldAnswer.done(new HoldEvent.HoldConfirmed(note));
            case CONFIRMED, THERE, TAKEN -> HoldAnswer.done();
            case GIVEN_BACK, EXPIRED, LEFT -> gone(hold);
        };
    }

    /** Gives a place back that nobody came to. */
    public static HoldAnswer giveBack(Optional<Hold> before, String reason, Instant now) {
        if (before.isEmpty()) {
            return unknown();
        }
        Hold hold = before.get();
        return switch (hold.state()) {
            case HELD ->
                HoldAnswer.done(hold.isOver(now) ? new HoldEvent.HoldExpired() : new HoldEvent.HoldGivenBack(reason));
            case CONFIRMED ->
                reason.isBlank()
                        ? new HoldAnswer.Refused(
                                "reason-missing", "This place was confirmed to a person. Say why it is given back.")
                        : HoldAnswer.done(new HoldEvent.HoldGivenBack(reason));
            case THERE -> new HoldAnswer.Refused("person-is-there", "The person is there. Say that they left instead.");
            case TAKEN ->
                new HoldAnswer.Refused("person-is-there", "The person began there. Their journey says when it ends.");
            case GIVEN_BACK, EXPIRED, LEFT -> HoldAnswer.done();
        };
    }

    /** Says that the person is there. */
    public static HoldAnswer came(Optional<Hold> before, Instant now) {
        if (before.isEmpty()) {
            return unknown();
        }
        Hold hold = before.get();
        if (hold.isOver(now)) {
            return confirm(before, "", now);
        }
        return switch (hold.state()) {
            case HELD, CONFIRMED -> HoldAnswer.done(new HoldEvent.PersonCame());
            case THERE, TAKEN -> HoldAnswer.done();
            case GIVEN_BACK, EXPIRED, LEFT -> gone(hold);
        };
    }

    /** Says that the person has left. */
    public static HoldAnswer left(Optional<Hold> before, String reason) {
        if (before.isEmpty()) {
            return unknown();
        }
        return switch (before.get().state()) {
            case CONFIRMED, THERE -> HoldAnswer.done(new HoldEvent.PlaceLeft(reason));
            case LEFT, GIVEN_BACK, EXPIRED -> HoldAnswer.done();
            case HELD -> new HoldAnswer.Refused("not-there", "Nobody came yet. Give the hold back instead.");
            case TAKEN -> new HoldAnswer.Refused("not-there", "Their journey says when they leave.");
        };
    }

    /** Says that one of two has left; where only one was kept for, that the place is free. */
    public static HoldAnswer left(Optional<Hold> before, String person, String reason) {
        return before.filter(h -> h.state().keeps() && !h.asked().partner().isEmpty())
                .map(Hold::asked)
                .map(two -> HoldAnswer.done(new HoldEvent.OneOfTwoLeft(
                        person, person.equals(two.person()) ? two.partner() : two.person(), reason)))
                .orElseGet(() -> left(before, reason));
    }

    /** Says that its time has run out, if it has. */
    public static HoldAnswer expire(Optional<Hold> before, Instant now) {
        return before.filter(h -> h.state() == Hold.State.HELD && h.isOver(now)).isPresent()
                ? HoldAnswer.done(new HoldEvent.HoldExpired())
                : HoldAnswer.done();
    }

    /** Says that the person began there on a journey. */
    public static HoldAnswer take(Optional<Hold> before, String journey) {
        return before.filter(h -> h.state().keeps()).isPresent()
                ? HoldAnswer.done(new HoldEvent.HoldTaken(journey))
                : HoldAnswer.done();
    }

    private static HoldAnswer unknown() {
        return new HoldAnswer.Refused("hold-unknown", "There is no such hold. Look at the person's holds.");
    }

    private static HoldAnswer gone(Hold hold) {
        return new HoldAnswer.Refused(
                "hold-is-over",
                "This hold was given back" + (hold.note().isBlank() ? "" : " (" + hold.note() + ")")
                        + ". Hold a place anew.");
    }

    private static Optional<HoldAnswer.Refused> refuse(String code, String why) {
        return Optional.of(new HoldAnswer.Refused(code, why));
    }
}
