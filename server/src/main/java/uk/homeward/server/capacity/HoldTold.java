package uk.homeward.server.capacity;

import uk.homeward.journey.capacity.Hold;

/** What became of a command on a hold. */
public sealed interface HoldTold {

    /** Durable. The hold as it now stands. */
    record Done(Hold hold) implements HoldTold {}

    /**
     * Refused, and kept that it was.
     *
     * @param code such as {@code no-room} or {@code hold-expired}; see {@link uk.homeward.journey.capacity.HoldRules}
     * @param why plain words, with what to do
     */
    record Refused(String code, String why) implements HoldTold {}
}
