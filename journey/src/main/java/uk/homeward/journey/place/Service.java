package uk.homeward.journey.place;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the directory of services.
 *
 * @param organisation who gives it; null where the sources do not say
 * @param what in plain words
 * @param audience for whom it is
 * @param hours as the source words them; "" where it is silent
 * @param response how soon it comes; "" where the source is silent
 */
public record Service(
        ServiceId id,
        String title,
        @Nullable OrganisationId organisation,
        String what,
        String audience,
        String hours,
        String response,
        String source) {}
