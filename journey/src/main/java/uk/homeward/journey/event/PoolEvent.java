package uk.homeward.journey.event;

import java.util.List;
import uk.homeward.journey.pathway.PoolId;

/** What is told about something limited: a unit of a pool, its beds or hours. */
public sealed interface PoolEvent extends Event {

    PoolId pool();

    String unit();

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

    /** Somebody looked and found everything as it was told before. */
    record NothingChanged(PoolId pool, String unit) implements PoolEvent {}

    /**
     * So much is taken by people whose way is not followed here; those on a journey or with a hold are counted beside it.
     *
     * @param places beds, places or hours
     */
    record TakenElsewhere(PoolId pool, String unit, double places) implements PoolEvent {}

    /** The unit's beds have these names; a bed that is not among them is no more. */
    record SpotsNamed(PoolId pool, String unit, List<String> spots) implements PoolEvent {
        public SpotsNamed {
            spots = List.copyOf(spots);
        }
    }

    /**
     * How a bed stands.
     *
     * @param reason why it is out of service; may be empty otherwise
     */
    record SpotChanged(PoolId pool, String unit, String spot, Condition condition, String reason)
            implements PoolEvent {}

    /** How a bed itself stands; that it is held or that somebody on a journey lies in it is told elsewhere. */
    enum Condition {
        READY,
        /** By somebody whose way is not followed here. */
        OCCUPIED,
        LEAVING,
        CLEANING,
        OUT_OF_SERVICE
    }

    /** The hours a week that can still be given, all of them: what is not among these offers is no more. */
    record HoursOffered(PoolId pool, String unit, List<Offer> offers) implements PoolEvent {
        public HoursOffered {
            offers = List.copyOf(offers);
        }
    }

    /** Hours a week that can be given at a time of the day, in an area, by somebody who can do this. */
    record Offer(Slot slot, double hours) {}

    /**
     * Nobody of the place had room: somebody was placed beyond it.
     *
     * @param unit who might have had room, as a unit of the pool; empty for the pool as a whole
     * @param placement names it, so that its end can be told
     * @param where who has them now
     */
    record PlacedOutOfArea(
            PoolId pool, String unit, String placement, String person, String where, double kilometres, String reason)
            implements PoolEvent {}

    /** Somebody who was placed beyond the place is back, or no longer needs it. */
    record OutOfAreaEnded(PoolId pool, String unit, String placement, String note) implements PoolEvent {}
}
