package uk.homeward.server.exchange.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox.
 *
 * @param about what it tells, in words without names
 * @param problem why it was not taken; blank if nothing is wrong
 * @param answer what the receiver said; blank until it does
 * @param settledAt when it was taken, refused, given up or set aside
 */
public record Letter(
        long number,
        String subscriber,
        Kind kind,
        String controlId,
        String about,
        Instant queuedAt,
        int attempts,
        State state,
        String problem,
        String answer,
        @Nullable Instant settledAt) {

    /** What became of it. */
    public enum State {
        WAITING("Waits to be sent"),
        SENT("Taken"),
        REFUSED("Refused by the receiver"),
        DEAD("Given up"),
        SET_ASIDE("Set aside");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** True if somebody can send it again or set it aside. */
        public boolean isForSomebody() {
            return switch (this) {
                case REFUSED, DEAD -> true;
                case WAITING, SENT, SET_ASIDE -> false;
            };
        }
    }
}
