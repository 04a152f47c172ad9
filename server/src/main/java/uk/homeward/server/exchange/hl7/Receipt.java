package uk.homeward.server.exchange.hl7;

import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.Envelope;

/**
 * What the house did with a message; given only after it is safely kept.
 *
 * @param envelope the message's header, as far as it could be read
 * @param refusal why it was not applied; null if it was
 * @param repeated true if the same message had been received before: nothing was done again
 */
public record Receipt(Envelope envelope, @Nullable Refusal refusal, boolean repeated) {

    public AckCode answer() {
        return refusal == null ? AckCode.AA : refusal.answer();
    }
}
