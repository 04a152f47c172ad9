package uk.homeward.journey.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a person in hospital did not meet the criteria to reside.
 *
 * @param until when they met them again or left; null while it lasts
 */
public record ReadyPeriod(Instant from, @Nullable Instant until) {

    /** True if it lasts at this moment; a period that begins and ends at one moment never did. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }
}
