package uk.homeward.journey.pathway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done for the person.
 *
 * @param setting where the person is meanwhile
 * @param acts the role that is asked to act, such as {@code responder}
 * @param team the kind of team that carries the step, such as {@code response}
 * @param occupies pools and how much of each the step takes
 * @param keepsPlace true where the person keeps what this step occupies until the next place is free (a bed), false
 *     where it is free as soon as the step is done (a clinician's time)
 * @param beginsAfter for foresight: how long after somebody is ready for it, and has a place, the step can begin, because
 *     equipment, transport or a first visit must be arranged; null means at once
 * @param lasts for foresight: how long it lasts
 * @param lastsShifts what lengthens or shortens it
 * @param plannedFor the length that the pathway promises, such as six weeks; null means none
 * @param delayCause the delay cause that waiting for this step stands for until somebody names a better one
 * @param then where the person goes when the step is done
 */
public record Step(
        StepId id,
        String title,
        String does,
        Setting setting,
        @Nullable String acts,
        @Nullable String team,
        Map<PoolId, Double> occupies,
        boolean keepsPlace,
        @Nullable Lasting beginsAfter,
        @Nullable Lasting lasts,
        List<Shift> lastsShifts,
        @Nullable Duration plannedFor,
        @Nullable WorkingHours hours,
        Queue queue,
        List<String> records,
        @Nullable String delayCause,
        Target then) {

    public Step {
        occupies = Map.copyOf(occupies);
        lastsShifts = List.copyOf(lastsShifts);
        records = List.copyOf(records);
    }

    /** Where the person is during a step. */
    public enum Setting {
        HOME,
        COMMUNITY_BED,
        HOSPITAL,
        CARE_HOME,
        DESK
    }

    /**
     * How people wait for the step.
     *
     * @param priorityBy an attribute whose values, in the order the pathway lists them, go first; null is first come
     * @param capacity how many may wait; -1 is no limit
     * @param overflow where someone goes who finds the queue full; null refuses entry only where capacity is unlimited
     * @param patience for foresight: how long people wait before they go elsewhere; null is for ever
     * @param reneges where they go then
     */
    public record Queue(
            @Nullable String priorityBy,
            int capacity,
            @Nullable Target overflow,
            @Nullable Lasting patience,
            @Nullable Target reneges) {

        public static final Queue FIRST_COME = new Queue(null, -1, null, null, null);
    }
}
