package uk.homeward.journey.place;

import org.jspecify.annotations.Nullable;

/**
 * Something limited that a step occupies.
 *
 * @param group what it gives
 * @param holder who keeps it: a ward, a team or a provider
 * @param site where it is, for beds on a site
 * @param locality the locality it serves first; null where it serves the whole place
 * @param capacity units in all, those out of service included
 * @param outOfService units that cannot be used today
 * @param costPerDay pounds for one unit on one day
 */
public record Pool(
        PoolId id,
        String title,
        PoolGroup group,
        Holder holder,
        @Nullable SiteId site,
        @Nullable LocalityId locality,
        int capacity,
        int outOfService,
        double costPerDay,
        String source) {

    /** Who keeps a pool and says what is free. */
    public sealed interface Holder {}

    public record OfWard(WardId ward) implements Holder {}

    public record OfTeam(TeamId team) implements Holder {}

    public record OfProvider(ProviderId provider) implements Holder {}

    public PoolKind kind() {
        return group.kind();
    }

    /** True where each bed has a name of its own: on wards, and where a team keeps beds. */
    public boolean namesBeds() {
        return switch (holder) {
            case OfWard w -> true;
            case OfTeam t -> kind() == PoolKind.BEDS;
            case OfProvider p -> false;
        };
    }

    /** Units that can be used today. */
    public int inService() {
        return capacity - outOfService;
    }
}
