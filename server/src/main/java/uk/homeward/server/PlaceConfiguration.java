package uk.homeward.server;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.capacity.EscalationPlan;
import uk.homeward.journey.flow.Criteria;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.place.Holiday;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.DailyHeads;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.journal.Heads;
import uk.homeward.server.journal.PathwayVersions;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.SealKey;
import uk.homeward.server.storage.StorageFailure;
import uk.homeward.server.time.PlaceTime;

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
        return Pathways.of(settings.place());
    }

    @Bean
    PathwayVersions pathwayVersions(JdbcTemplate jdbc, PlaceKey place) {
        return new PathwayVersions(jdbc, place);
    }

    @Bean
    Calendar calendar(Place place) {
        Set<LocalDate> holidays = place.holidays().stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet());
        return new Calendar(place.zone(), holidays);
    }

    @Bean
    FlowPlace flowPlace(Place place, ServerSettings settings) {
        return FlowPlace.of(place, Criteria.load(settings.place()));
    }

    @Bean
    EscalationPlan escalationPlan(ServerSettings settings) {
        return EscalationPlan.load(settings.place());
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    /** The signing key lies beside the data, or where HOMEWARD_SEAL_KEY says. */
    @Bean
    SealKey sealKey(ServerSettings settings) {
        String file = System.getenv("HOMEWARD_SEAL_KEY");
        if (file != null) {
            return SealKey.in(Path.of(file));
        }
        if (settings.data() == null) {
            throw new StorageFailure("no signing key is set for the journal. "
                    + "Maybe: set HOMEWARD_SEAL_KEY to a file that only this server can read");
        }
        return SealKey.in(settings.data().resolve("seal.key"));
    }

    /** The day's heads go to the folder "heads" beside the data, or where HOMEWARD_HEADS says. */
    @Bean
    DailyHeads dailyHeads(ServerSettings settings, Heads heads, PlaceTime time) {
        String folder = System.getenv("HOMEWARD_HEADS");
        Path data = settings.data() == null ? Path.of(".") : settings.data();
        return new DailyHeads(heads, folder == null ? data.resolve("heads") : Path.of(folder), time);
    }
}
