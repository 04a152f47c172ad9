package uk.homeward.server.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the place is doing at a moment.
 *
 * @param pinch where it is tightest, in one plain sentence
 */
public record Now(
        List<Arrivals> arrivals,
        List<Integer> byHour,
        List<Double> usualByHour,
        List<Stop> stops,
        List<Promise> promises,
        List<Wait> waits,
        List<Held> held,
        List<Room> rooms,
        String pinch) {

    public Now {
        arrivals = List.copyOf(arrivals);
        byHour = List.copyOf(byHour);
        usualByHour = List.copyOf(usualByHour);
        stops = List.copyOf(stops);
        promises = List.copyOf(promises);
        waits = List.copyOf(waits);
        held = List.copyOf(held);
        rooms = List.copyOf(rooms);
    }

    /**
     * People who came today by one way in.
     *
     * @param usual the mean of as many as 28 earlier days up to the same time of day
     */
    public record Arrivals(String route, String title, int today, double usual) {}

    /**
     * A step or decision.
     *
     * @param there people in the step, or who wait for the decision
     * @param waiting people who are ready and wait for the step
     * @param longestSince since when the one who waits longest has waited; null where nobody waits
     */
    public record Stop(
            String name,
            String title,
            int there,
            int waiting,
            int late,
            @Nullable Instant longestSince) {}

    /**
     * A standard today.
     *
     * @param late clocks that run and are past their limit
     * @param target the share that should be met; null where none is set
     */
    public record Promise(
            String name,
            String title,
            int met,
            int ended,
            int running,
            int late,
            @Nullable Double target) {

        /** The share met of those that ended today; null where none did. */
        public @Nullable Double share() {
            return ended == 0 ? null : (double) met / ended;
        }

        /** True where today is below the target. */
        public boolean isBelow() {
            Double share = share();
            Double aim = target;
            return share != null && aim != null && share < aim;
        }
    }

    /** Somebody who waits, without a name; {@code cause} is empty where the wait is no delay. */
    public record Wait(String journey, String forWhat, String locality, Instant since, String cause) {}

    /** People who are ready and do not move, by cause. */
    public record Held(String cause, String owner, int people, Instant longestSince) {}

    /**
     * A pool over all its units.
     *
     * @param inService places that can be used
     * @param waiting people who wait for a step that needs one
     */
    public record Room(
            String pool,
            String title,
            int inService,
            int outOfService,
            int taken,
            int waiting,
            @Nullable Instant longestSince) {

        /** Taken of what is in service; above 1 where more are there than there is room for. */
        public double occupancy() {
            return inService == 0 ? 0 : (double) taken / inService;
        }

        public int free() {
            return Math.max(0, inService - taken);
        }

        /** How long the one who waits longest has waited. */
        public Duration longest(Instant now) {
            Instant since = longestSince;
            return since == null ? Duration.ZERO : Duration.between(since, now);
        }
    }
}
