package uk.homeward.journey.place;

/**
 * A ward or department of a site. Its beds are a pool with the same id.
 *
 * @param code the code that the hospital's messages carry for it (PV1-3), unique within its site
 * @param beds beds, trolleys or chairs
 * @param outOfService those that cannot be used today
 */
public record HospitalWard(
        WardId id, SiteId site, String code, String title, WardKind kind, int beds, int outOfService, String source) {

    /** The pool that these beds are. */
    public PoolId pool() {
        return PoolId.of(id.value());
    }
}
