package uk.homeward.journey.place;

import org.jspecify.annotations.Nullable;

/**
 * A team that acts on journeys.
 *
 * @param locality the locality it serves; null where it serves the whole place
 * @param site where it works, for a team of one hospital; null for the others
 * @param phone whom to ring, in the form the page shows
 */
public record Team(
        TeamId id,
        String title,
        TeamKind kind,
        OrganisationId organisation,
        @Nullable LocalityId locality,
        @Nullable SiteId site,
        OpeningHours hours,
        String phone,
        String source) {

    /** True where this team serves people of that locality. */
    public boolean serves(LocalityId where) {
        return locality == null || locality.equals(where);
    }
}
