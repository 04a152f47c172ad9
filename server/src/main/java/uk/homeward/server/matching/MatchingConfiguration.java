package uk.homeward.server.matching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.matching.Travel;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;

/** Loads the terms on which the place brings people and places together; faults in them stop the start. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    @Bean
    Terms placeTerms(ServerSettings settings) {
        return Terms.load(settings.place());
    }

    @Bean
    Travel placeTravel(Place place, Terms terms) {
        return new Travel(place.postalAreas().stream(), terms.roads());
    }

    @Bean
    Matcher placeMatcher(Terms terms, Travel travel) {
        return new Matcher(terms, travel);
    }
}
