package uk.homeward.server.exchange.inbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.SenderCounts;

/**
 * One sender on the page.
 *
 * @param key application and facility
 * @param name what people call it
 * @param lastAt when its last message came
 * @param silent true if that is longer ago than a working hospital is ever silent
 * @param counts what it sent since the start; null if nothing
 */
public record SenderLine(
        String key,
        String name,
        Instant lastAt,
        boolean silent,
        @Nullable SenderCounts counts) {

    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    static SenderLine of(String key, String name, Instant lastAt, @Nullable SenderCounts counts, Instant now) {
        return new SenderLine(key, name, lastAt, lastAt.plus(LONGEST_SILENCE).isBefore(now), counts);
    }
}
