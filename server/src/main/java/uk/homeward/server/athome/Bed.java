package uk.homeward.server.athome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The enablement beds of the place: its centres, who is there, and who waits to come. */
public record Bed(List<Centre> centres, List<Guest> guests, List<Coming> coming) {

    public Bed {
        centres = List.copyOf(centres);
        guests = List.copyOf(guests);
        coming = List.copyOf(coming);
    }

    /** One unit of the pool. */
    public record Centre(
            String unit,
            String title,
            int capacity,
            int outOfService,
            int taken,
            int readyToLeave,
            Instant confirmedAt) {

        /** Beds that can be used and are free. */
        public int free() {
            return Math.max(0, capacity - outOfService - taken);
        }
    }

    /**
     * Somebody in a bed.
     *
     * @param plannedDays the stay that the pathway promises; 0 for none
     * @param readySince since when they have been ready to leave; null while therapy goes on
     * @param heldBy what holds them back
     */
    public record Guest(
            String journey,
            String name,
            @Nullable LocalDate born,
            String unit,
            Instant since,
            int plannedDays,
            @Nullable Instant readySince,
            String heldBy) {

        public int days(Instant now) {
            return (int) Duration.between(since, now).toDays() + 1;
        }

        public boolean isOver(Instant now) {
            return plannedDays > 0 && days(now) > plannedDays;
        }
    }

    /**
     * Somebody who is ready for a bed and waits.
     *
     * @param dueAt when the promise of two days ends; null where no clock runs
     */
    public record Coming(
            String journey,
            String name,
            @Nullable LocalDate born,
            String locality,
            Instant since,
            @Nullable Instant warnAt,
            @Nullable Instant dueAt) {}
}
