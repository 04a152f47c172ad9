package uk.homeward.server.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.directory.Reliance;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.OpeningHours;

/**
 * An entry as it stands.
 *
 * @param withdrawn why the service is no more; empty while it is
 * @param rating the regulator's; null where it does not rate it
 */
public record DirectoryEntry(
        String id,
        int version,
        Details details,
        Instant confirmedAt,
        String confirmedBy,
        String withdrawn,
        @Nullable String rating,
        @Nullable LocalDate ratedOn) {

    public Reliance reliance(Instant now) {
        return Reliance.of(confirmedAt, now);
    }

    /** True while everybody who looks for a service may be shown it. */
    public boolean isShown(Instant now) {
        return withdrawn.isEmpty() && reliance(now) != Reliance.OFF;
    }

    /** False also where nobody said when it opens. */
    public boolean isOpen(LocalDateTime local) {
        return !details.opens().isEmpty() && OpeningHours.of(details.opens()).isOpen(local);
    }
}
