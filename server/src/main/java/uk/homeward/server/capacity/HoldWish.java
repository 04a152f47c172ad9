package uk.homeward.server.capacity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.pathway.PoolId;

/**
 * A place that somebody asks to have kept.
 *
 * @param pool a pool group of the place, such as {@code nursing-beds} or {@code home-care-hours}
 * @param unit the ward, centre, team or provider, such as {@code home-012}
 * @param spot the bed; null where any will do
 * @param slot which hours; null for beds and caseload places
 * @param amount how many places, or hours a week
 * @param person for whom
 * @param purpose what for, in words
 * @param expiresAt when it is free for others again unless it is confirmed; at most seven days from now
 * @param partner with whom they stay together: then it is two places, or none; empty if for one person
 */
public record HoldWish(
        PoolId pool,
        String unit,
        @Nullable String spot,
        @Nullable Slot slot,
        double amount,
        String person,
        String purpose,
        Instant expiresAt,
        String partner) {

    /** For one person. */
    public HoldWish(
            PoolId pool,
            String unit,
            @Nullable String spot,
            @Nullable Slot slot,
            double amount,
            String person,
            String purpose,
            Instant expiresAt) {
        this(pool, unit, spot, slot, amount, person, purpose, expiresAt, "");
    }

    /** One place in a unit. */
    public static HoldWish place(PoolId pool, String unit, String person, String purpose, Instant expiresAt) {
        return new HoldWish(pool, unit, null, null, 1, person, purpose, expiresAt);
    }
}
