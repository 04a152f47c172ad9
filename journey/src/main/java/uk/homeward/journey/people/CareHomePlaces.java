package uk.homeward.journey.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.homeward.journey.person.FrailtyBand;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Provider;
import uk.homeward.journey.place.ProviderKind;

/** The care-home beds that are taken when a story begins; each is given once. Its own locality's homes come first. */
final class CareHomePlaces {

    /** How much likelier a nursing home is for someone severely frail, and less likely for the others. */
    private static final double NURSING_FOR_SEVERE = 3;

    private static final class Home {
        private final Provider provider;
        private int left;

        private Home(Provider provider) {
            this.provider = provider;
            this.left = provider.capacity() - provider.vacancies();
        }
    }

    private final List<Home> homes = new ArrayList<>();

    CareHomePlaces(Place place) {
        place.providers().stream()
                .filter(provider -> provider.kind().isCareHome())
                .forEach(provider -> homes.add(new Home(provider)));
    }

    /** A bed near this locality, or elsewhere in the place; empty where none is left. */
    Optional<Provider> take(LocalityId near, FrailtyBand frailty, double at) {
        List<Home> nearby = homes.stream()
                .filter(home -> home.left > 0 && home.provider.locality().equals(near))
                .toList();
        List<Home> choice =
                nearby.isEmpty() ? homes.stream().filter(home -> home.left > 0).toList() : nearby;
        double sought =
                at * choice.stream().mapToDouble(home -> weight(home, frailty)).sum();
        for (Home home : choice) {
            sought -= weight(home, frailty);
            if (sought < 0) {
                home.left--;
                return Optional.of(home.provider);
            }
        }
        return Optional.empty();
    }

    private static double weight(Home home, FrailtyBand frailty) {
        boolean nursing = home.provider.kind() == ProviderKind.NURSING_HOME;
        return home.left * (nursing && frailty == FrailtyBand.SEVERE ? NURSING_FOR_SEVERE : 1);
    }
}
