package uk.homeward.server.athome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person in enablement at home, or who waits for it.
 *
 * @param started null while they wait
 * @param plannedDays the days that the pathway promises; 0 for none
 * @param nextVisit the next visit that is planned
 * @param done what was recorded on the way
 */
public record AtHomeLine(
        String journey,
        String person,
        String name,
        @Nullable LocalDate born,
        String locality,
        String team,
        @Nullable Instant started,
        @Nullable Instant waitingSince,
        int plannedDays,
        @Nullable Instant dueAt,
        @Nullable Instant warnAt,
        Progress done,
        @Nullable Instant nextVisit) {

    /** What was recorded on the way; {@code start} and {@code end} are outcomes such as {@code Barthel 12}. */
    public record Progress(
            int visitsPlanned,
            int visitsMade,
            int visitsMissed,
            int goals,
            @Nullable Double progress,
            @Nullable Instant lastReview,
            @Nullable String start,
            @Nullable String end) {

        static final Progress NONE = new Progress(0, 0, 0, 0, null, null, null, null);
    }

    /** Days used until now, the first day counting as one. */
    public int daysUsed(Instant now) {
        Instant from = started;
        return from == null ? 0 : (int) Duration.between(from, now).toDays() + 1;
    }

    /** True where no goal is set, or none was reviewed within seven days. */
    public boolean isReviewDue(Instant now) {
        Instant last = done.lastReview();
        return started != null && (last == null || Duration.between(last, now).toDays() >= 7);
    }
}
