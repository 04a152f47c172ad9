package uk.homeward.server.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.homeward.journey.identity.Matcher;
import uk.homeward.journey.identity.Weights;
import uk.homeward.server.ServerSettings;

/** The place's weights; faults in them stop the start. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Matcher matcher(ServerSettings settings) {
        return new Matcher(Weights.load(settings.place()));
    }
}
