package uk.homeward.server.exchange.hl7.clinical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.adt.Envelope;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.adt.Subject;

/**
 * What every understood message says: who sent it, when it was told, and about whom.
 *
 * @param organisation the organisation that the sender's profile names; null for an unknown sender
 * @param at when it was made, as the sender says it; else when it arrived
 */
public record About(
        Envelope envelope, @Nullable String organisation, Instant at, Subject subject, List<Oddity> oddities) {

    public About {
        oddities = List.copyOf(oddities);
    }
}
