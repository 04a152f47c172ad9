package uk.homeward.server.time;

import java.time.OffsetDateTime;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.ServerSettings;

/** The demo goes on where its journal ended; a real place runs in real time. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    PlaceTime placeTime(ServerSettings settings, JdbcTemplate jdbc) {
        if (!settings.isDemo()) {
            return PlaceTime.real();
        }
        OffsetDateTime last = jdbc.queryForObject("select max(recorded_at) from event", OffsetDateTime.class);
        PlaceTime real = PlaceTime.real();
        return PlaceTime.from(last == null ? real.instant() : last.toInstant(), settings.speed());
    }
}
