package uk.homeward.foresight.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise: from one moment of a journey to another within a limit.
 *
 * @param from any of these moments starts the clock, unless it runs already
 * @param to any of these stops it
 * @param onlyIf the clock counts only if one of these came in between; empty means always
 * @param limitHours the limit, in hours of {@code hours}
 * @param hours the hours in which the clock runs; null means always
 */
public record Standard(
        String name,
        List<Moment> from,
        List<Moment> to,
        List<Moment> onlyIf,
        double limitHours,
        @Nullable WorkingHours hours) {

    public Standard {
        from = List.copyOf(from);
        to = List.copyOf(to);
        onlyIf = List.copyOf(onlyIf);
        if (!(limitHours >= 0)) {
            throw new IllegalArgumentException("standard (" + name + ") has the limit (" + limitHours
                    + ") hours. Maybe: give a limit of 0 or more");
        }
    }

    /** From when people are ready for a step to its start. */
    public static Standard wait(String name, String step, double limitHours) {
        return new Standard(
                name,
                List.of(new Moment(When.READY, step, null)),
                List.of(new Moment(When.STARTED, step, null)),
                List.of(),
                limitHours,
                null);
    }

    /** A moment of a journey at a source, step, decision (and option) or exit; no place means wherever it happens. */
    public record Moment(
            When when, @Nullable String place, @Nullable String option) {}

    /** Which moment. */
    public enum When {
        /** The journey begins at a source. */
        OPENED,
        /** The person is ready for a step: what came before is done. */
        READY,
        /** The step begins. */
        STARTED,
        /** The step is done; the person may still keep its place. */
        COMPLETED,
        /** The person has given up the step's place. */
        LEFT,
        /** A decision has been taken. */
        DECIDED,
        /** The journey ends at an exit. */
        ENDED
    }
}
