package uk.homeward.journey.pathway;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise: from one moment to another within a limit.
 *
 * @param onlyIf the clock counts only once this moment has come (its start stays where {@code from} was); null: always
 * @param within the limit
 * @param hours the working hours in which the clock runs; null means always
 * @param pauses reasons for which the clock may be paused
 * @param target the share of people for whom it should hold, 0 to 1; null where none is set
 * @param warnAfter when lists begin to warn
 */
public record Standard(
        StandardId id,
        String title,
        Moment from,
        Moment to,
        @Nullable Moment onlyIf,
        Duration within,
        Duration warnAfter,
        @Nullable WorkingHours hours,
        List<String> pauses,
        @Nullable Double target,
        String source) {

    public Standard {
        pauses = List.copyOf(pauses);
    }
}
