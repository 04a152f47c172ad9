package uk.homeward.server.exchange.hl7.adt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the person has died, and when if that is known. */
public record Vitality(boolean dead, @Nullable Instant diedAt) {

    public static final Vitality ALIVE = new Vitality(false, null);
}
