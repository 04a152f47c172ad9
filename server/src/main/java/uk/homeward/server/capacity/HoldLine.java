package uk.homeward.server.capacity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.capacity.Hold.State;

/**
 * A hold as lists show it; without the person's name.
 *
 * @param partner with whom they stay together; empty for one person
 * @param part MORNING, LUNCH, TEA or BED; empty for beds and caseload places
 * @param placedFor the organisation for which it was placed
 */
public record HoldLine(
        String id,
        String pool,
        String unit,
        String unitTitle,
        @Nullable String spot,
        String area,
        String part,
        String skill,
        double amount,
        String person,
        String partner,
        String purpose,
        State state,
        String placedBy,
        String placedFor,
        Instant placedAt,
        Instant expiresAt) {}
