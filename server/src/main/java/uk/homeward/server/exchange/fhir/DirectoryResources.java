package uk.homeward.server.exchange.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.directory.Directory;
import uk.homeward.server.directory.DirectoryEntry;
import uk.homeward.server.directory.Wanted;
import uk.homeward.server.exchange.resources.OwnResources;

/**
 * The directory by FHIR: services and who gives them; where they are is told with the place's sites and postcode areas, so that
 * each place has one id. Nothing of a person is in it, so whoever may see figures may read it.
 */
@Configuration(proxyBeanMethods = false)
class DirectoryResources {

    @Bean
    OwnResources healthcareServices(Directory directory, Place place) {
        return new OfDirectory(
                "HealthcareService",
                directory,
                e -> Optional.of(DirectoryWriter.service(
                        e, directory.findWhere(e).orElse(null), known(place, e).orElse(e.id()), directory.today())));
    }

    @Bean
    OwnResources organisationsOfServices(Directory directory, Place place) {
        return new OfDirectory(
                "Organization",
                directory,
                e -> known(place, e).isPresent() ? Optional.empty() : Optional.of(DirectoryWriter.organisation(e)));
    }

    /** The id of the place's organisation that gives this service; empty where the place knows none of that name. */
    private static Optional<String> known(Place place, DirectoryEntry entry) {
        return place.organisations().stream()
                .filter(o -> o.title().equals(entry.details().organisation()))
                .map(o -> o.id().value())
                .findFirst();
    }

    private record OfDirectory(
            String type, Directory directory, Function<DirectoryEntry, Optional<? extends Resource>> write)
            implements OwnResources {

        @Override
        public Set<String> parameters() {
            return Set.of("name");
        }

        @Override
        public Optional<? extends Resource> find(User user, String id) {
            return user.may(Permission.READ_AGGREGATES)
                    ? directory.find(id).filter(e -> e.withdrawn().isEmpty()).flatMap(e -> write.apply(e))
                    : Optional.empty();
        }

        /** Those that are shown and whose name begins or goes on with these words. */
        @Override
        public List<? extends Resource> search(User user, Map<String, List<String>> asked) {
            if (!user.may(Permission.READ_AGGREGATES)) {
                return List.of();
            }
            List<String> names = asked.getOrDefault("name", List.of());
            return directory.search(Wanted.ANYTHING, false).stream()
                    .map(f -> f.entry())
                    .filter(e -> names.stream().allMatch(n -> fits(e, n)))
                    .<Resource>flatMap(e -> write.apply(e).stream())
                    .toList();
        }

        private boolean fits(DirectoryEntry entry, String name) {
            String own = type.equals("Organization")
                            && !entry.details().organisation().isEmpty()
                    ? entry.details().organisation()
                    : entry.details().title();
            return own.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
