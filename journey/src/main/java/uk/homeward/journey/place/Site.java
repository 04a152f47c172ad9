package uk.homeward.journey.place;

import org.jspecify.annotations.Nullable;

/**
 * A hospital or other building where people are cared for.
 *
 * @param emergencyDepartment true where it has a full accident and emergency department
 * @param locality null for a site beyond the place's border that serves its people
 * @param position to about a kilometre
 */
public record Site(
        SiteId id,
        String title,
        OrganisationId organisation,
        SiteKind kind,
        boolean emergencyDepartment,
        String postcode,
        @Nullable LocalityId locality,
        Position position,
        String source) {}
