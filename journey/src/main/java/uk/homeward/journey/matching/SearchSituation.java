package uk.homeward.journey.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import uk.homeward.journey.event.Actor;

/**
 * What a command on a search is judged by besides the search.
 *
 * @param services a provider as it could be had now
 */
public record SearchSituation(
        Instant at, Actor by, ZoneId zone, Matcher matcher, Function<String, Optional<CareService>> services) {

    LocalDate today() {
        return at.atZone(zone).toLocalDate();
    }

    Terms terms() {
        return matcher.terms();
    }
}
