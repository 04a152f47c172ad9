package uk.homeward.server.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.person.FrailtyBand;

/**
 * Somebody is going to come.
 *
 * @param journey the id that their journey will have
 * @param kind the kind of sender
 * @param person who it is; null where chance chooses among all of this frailty
 */
record Arrival(
        String journey,
        Instant at,
        RouteId route,
        String kind,
        FrailtyBand band,
        String urgency,
        @Nullable String person) {}
