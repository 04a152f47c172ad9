package uk.homeward.server.demo;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.person.FrailtyBand;

/**
 * Somebody is going to come.
 *
 * @param journey the id that their journey will have
 * @param kind the kind of sender
 * @param attributes what the pathway says of who comes by this route
 * @param person who it is; null where chance chooses among all of this kind
 */
record Arrival(
        String journey,
        Instant at,
        RouteId route,
        String kind,
        Map<String, String> attributes,
        @Nullable String person) {

    Arrival {
        attributes = Map.copyOf(attributes);
    }

    private FrailtyBand band() {
        String band = attributes.getOrDefault("frailty", "");
        return band.isEmpty() ? FrailtyBand.MODERATE : FrailtyBand.valueOf(band.toUpperCase(Locale.ROOT));
    }

    String urgency() {
        return attributes.getOrDefault("urgency", "");
    }

    Folk.Kind who() {
        return new Folk.Kind(
                band(), "yes".equals(attributes.get("lives-alone")), "yes".equals(attributes.get("dementia")));
    }
}
