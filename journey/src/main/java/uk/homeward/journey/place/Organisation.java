package uk.homeward.journey.place;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part.
 *
 * @param ods its code of the Organisation Data Service, where it is publicly known
 * @param source where the facts come from
 */
public record Organisation(
        OrganisationId id,
        @Nullable String ods,
        String title,
        String shortTitle,
        OrganisationKind kind,
        String source) {}
