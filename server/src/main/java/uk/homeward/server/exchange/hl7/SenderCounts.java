package uk.homeward.server.exchange.hl7;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one sender has sent since the listener started.
 *
 * @param sender its key, application and facility
 * @param accepted messages answered AA, repeated ones included
 * @param repeated messages that had been received before
 * @param toMend messages answered AE
 * @param rejected messages answered AR
 * @param lastAt when the last message came
 * @param lastType the last message's type, such as {@code ADT^A01}
 * @param lastRefusal the last refusal in words; null if there was none
 */
public record SenderCounts(
        String sender,
        long accepted,
        long repeated,
        long toMend,
        long rejected,
        Instant lastAt,
        String lastType,
        @Nullable String lastRefusal) {

    static SenderCounts none(String sender, Instant now) {
        return new SenderCounts(sender, 0, 0, 0, 0, now, "", null);
    }

    SenderCounts with(Receipt receipt, Instant now) {
        AckCode answer = receipt.answer();
        Refusal refusal = receipt.refusal();
        return new SenderCounts(
                sender,
                accepted + (answer == AckCode.AA ? 1 : 0),
                repeated + (receipt.repeated() ? 1 : 0),
                toMend + (answer == AckCode.AE ? 1 : 0),
                rejected + (answer == AckCode.AR ? 1 : 0),
                now,
                receipt.envelope().messageType(),
                refusal == null ? lastRefusal : refusal.words());
    }
}
