package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DestinationKind;

/**
 * What the returns need to know of a stay.
 *
 * @param organisation the trust that runs the hospital
 * @param leftAt when the person left; null while they are there
 * @param died true if they died in hospital: that is no discharge
 * @param destination where they went, by staff or by the hospital's code; null if nobody said
 * @param pathway the way out; null if nobody described the need
 * @param chain what held them up, over every period in which they were ready, without a gap
 */
public record StayRecord(
        String stay,
        String person,
        String organisation,
        String site,
        Instant admittedAt,
        @Nullable Instant leftAt,
        boolean died,
        @Nullable DestinationKind destination,
        @Nullable Integer pathway,
        List<ReadyPeriod> periods,
        List<HoldUp> chain) {

    public StayRecord {
        periods = List.copyOf(periods);
        chain = List.copyOf(chain);
    }

    /** True if the person was in a bed when a local day ended. */
    boolean isHereAtTheEndOf(LocalDate day, ZoneId zone) {
        Instant end = end(day, zone);
        return admittedAt.isBefore(end) && (leftAt == null || !leftAt.isBefore(end));
    }

    /** True if they were in a bed and ready when the day ended. */
    boolean isReadyAtTheEndOf(LocalDate day, ZoneId zone) {
        Instant last = end(day, zone).minusNanos(1_000);
        return isHereAtTheEndOf(day, zone) && periods.stream().anyMatch(period -> period.covers(last));
    }

    /** What held them up when the day ended; empty if nothing did or they were not ready. */
    Optional<HoldUp> holdUpAtTheEndOf(LocalDate day, ZoneId zone) {
        Instant last = end(day, zone).minusNanos(1_000);
        return isHereAtTheEndOf(day, zone)
                ? chain.stream().filter(link -> link.covers(last)).findFirst()
                : Optional.empty();
    }

    /** True if they left acute care alive; who is moved to another hospital is still in it. */
    boolean isDischarged() {
        return leftAt != null && !died && destination != DestinationKind.OTHER_HOSPITAL;
    }

    boolean leftOn(LocalDate day, ZoneId zone) {
        return isDischarged() && isGoneOn(day, zone);
    }

    /** True if their stay ended on that day, however it did. */
    boolean isGoneOn(LocalDate day, ZoneId zone) {
        return leftAt != null && leftAt.atZone(zone).toLocalDate().equals(day);
    }

    /** Nights in hospital when the day ended. */
    long nightsAtTheEndOf(LocalDate day, ZoneId zone) {
        return ChronoUnit.DAYS.between(admittedAt.atZone(zone).toLocalDate(), day);
    }

    /** Days from the discharge-ready date to the day they left; empty if they have not left or no date is known. */
    Optional<Long> delay(ZoneId zone) {
        return leftAt == null
                ? Optional.empty()
                : DischargeReady.of(periods, leftAt, leftAt, zone).map(DischargeReady::days);
    }

    private static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
