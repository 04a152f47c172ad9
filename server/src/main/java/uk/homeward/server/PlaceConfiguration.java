package uk.homeward.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.place.Holiday;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;

/** Loads the place and its pathways; faults in them stop the start, all told at once. */
@Configuration(proxyBeanMethods = false)
class PlaceConfiguration {

    @Bean
    Place place(ServerSettings settings) {
        return Place.load(settings.place());
    }

    @Bean
    PlaceKey placeKey(Place place) {
        return new PlaceKey(place.id().value());
    }

    @Bean
    Pathways pathways(ServerSettings settings) {
        Path folder = settings.place().resolve("pathways");
        try (Stream<Path> files = Files.list(folder)) {
            return new Pathways(files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Pathway::load)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    Calendar calendar(Place place) {
        Set<LocalDate> holidays = place.holidays().stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet());
        return new Calendar(place.zone(), holidays);
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    /** Names of the pools that the pathways' steps occupy. */
    static List<String> occupied(Pathways pathways) {
        return pathways.list().stream()
                .flatMap(p -> p.pools().keySet().stream())
                .map(id -> id.value())
                .distinct()
                .toList();
    }
}
