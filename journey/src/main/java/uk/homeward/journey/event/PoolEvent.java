package uk.homeward.journey.event;

import uk.homeward.journey.pathway.PoolId;

/** What is told about something limited. */
public sealed interface PoolEvent extends Event {

    /**
     * The place's data described a unit, or described it anew.
     *
     * @param pool the pathway's pool that this unit serves
     * @param unit the ward, centre or team
     * @param locality the locality it serves; empty for the whole place
     * @param organisation who runs it
     */
    record UnitDescribed(PoolId pool, String unit, String title, String locality, String organisation)
            implements PoolEvent {}

    /**
     * Somebody confirmed how much there is: a provider, or the place's data until a provider does.
     *
     *
     * @param pool the pathway's pool that this unit serves
     * @param unit the ward, centre or team
     * @param capacity beds, places or hours in all
     * @param outOfService how much of it cannot be used now
     */
    record CapacityConfirmed(PoolId pool, String unit, double capacity, double outOfService, String reason)
            implements PoolEvent {}
}
