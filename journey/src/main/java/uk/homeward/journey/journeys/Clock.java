package uk.homeward.journey.journeys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.StandardId;

/**
 * One running measurement of a standard on one journey.
 *
 * @param counts false while the standard's condition has not come (yet)
 * @param pausedSince when it was paused; null while it runs
 * @param warnAt when lists begin to warn; null while paused
 * @param deadline when the limit is reached; null while paused
 * @param stoppedAt when it ended; null while it runs
 * @param met true if it ended in time; false if late or void; null while it runs
 */
public record Clock(
        StandardId standard,
        Instant startedAt,
        boolean counts,
        @Nullable Instant pausedSince,
        @Nullable Instant warnAt,
        @Nullable Instant deadline,
        @Nullable Instant stoppedAt,
        @Nullable Boolean met) {

    /** How a clock stands at a moment. */
    public enum Status {
        RUNNING,
        WARNING,
        BREACHED,
        PAUSED,
        MET,
        MISSED,
        VOID
    }

    public boolean isRunning() {
        return stoppedAt == null;
    }

    public Status at(Instant now) {
        if (stoppedAt != null) {
            return met == null ? Status.VOID : met ? Status.MET : Status.MISSED;
        }
        if (deadline == null || warnAt == null) {
            return Status.PAUSED;
        }
        if (now.isAfter(deadline)) {
            return Status.BREACHED;
        }
        return now.isBefore(warnAt) ? Status.RUNNING : Status.WARNING;
    }
}
