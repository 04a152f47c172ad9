package uk.homeward.server.exchange.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One subscription on the page.
 *
 * @param told how often it was told
 * @param dead what nobody took for days
 * @param problem why the first that waits was not taken; blank if nothing is wrong
 */
public record SubscriberLine(
        String id,
        String criteria,
        String endpoint,
        String organisation,
        boolean active,
        long told,
        @Nullable Instant lastAt,
        long waiting,
        long dead,
        String problem) {}
