package uk.homeward.server.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.directory.Opening;
import uk.homeward.journey.directory.Reliance;
import uk.homeward.journey.directory.ServiceHours;
import uk.homeward.journey.event.ServiceEvent.Details;

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

    /** Whether it is open at a local time, as far as it says. */
    public Opening opening(LocalDateTime local, Predicate<LocalDate> holiday) {
        return hours().map(h -> h.at(local, holiday)).orElse(Opening.UNKNOWN);
    }

    /** When it is there; empty where nobody said. */
    public Optional<ServiceHours> hours() {
        return ServiceHours.find(details.opens());
    }

    /** When it is there, as people read it; empty where nobody said. */
    public String opens() {
        return hours().map(ServiceHours::words).orElse("");
    }
}
