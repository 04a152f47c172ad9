package uk.homeward.server.exchange.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.Refusal;

/**
 * A message as it is kept.
 *
 * @param number its number in this place
 * @param sender the sender's key, application and facility
 * @param refusal why it was not applied; null if it was
 * @param oddities what was not as it should be, one a line; blank if nothing
 * @param repeats how often it came again
 * @param settled who settled it and how; blank if nobody needed to
 */
public record KeptMessage(
        long number,
        String sender,
        String controlId,
        String type,
        Instant receivedAt,
        MessageState state,
        @Nullable Refusal refusal,
        String oddities,
        int repeats,
        String settled) {}
