package uk.homeward.server.matching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.matching.Matcher;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.matching.Travel;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;

/** Loads the terms on which the place brings people and places together; faults in them stop the start. */
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

    @Bean
    Terms placeTerms(ServerSettings settings) {
        Terms terms = Terms.load(settings.place());
        terms.approval().keySet().forEach(role -> may(role, Permission.APPROVE_CARE));
        may(terms.offers().escalatesTo(), Permission.FIND_PLACES);
        return terms;
    }

    /** Fails at the start where the place's data give a role what it may not do. */
    private static void may(String word, Permission permission) {
        if (Role.find(word).filter(permission::isOf).isEmpty()) {
            throw new IllegalArgumentException("places-and-packages.yaml: the role (" + word + ") may not "
                    + permission.words() + ". Maybe: one of "
                    + permission.roles().stream().map(Role::word).toList());
        }
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
