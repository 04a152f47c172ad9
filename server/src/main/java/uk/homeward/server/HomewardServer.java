package uk.homeward.server;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The running system. */
@SpringBootApplication
@EnableScheduling
public class HomewardServer {

    /** Starts a server; returns when its pages answer. */
    public static ConfigurableApplicationContext start(ServerSettings settings) {
        SpringApplication application = new SpringApplication(HomewardServer.class);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(ServerSettings.class, () -> settings));
        return application.run();
    }

    private static Map<String, Object> properties(ServerSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        return properties;
    }
}
