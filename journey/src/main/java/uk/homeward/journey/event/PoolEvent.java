package uk.homeward.journey.event;

import uk.homeward.journey.pathway.PoolId;

/** What is told about something limited. */
public sealed interface PoolEvent extends Event {

    /**
     * A provider confirmed how much there is.
     *
     * @param pool the pathway's pool that this unit serves
     * @param unit the ward, centre or team
     * @param capacity beds, places or hours in all
     * @param outOfService how much of it cannot be used now
     */
    record CapacityConfirmed(PoolId pool, String unit, double capacity, double outOfService, String reason)
            implements PoolEvent {}
}
