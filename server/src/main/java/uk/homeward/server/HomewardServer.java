package uk.homeward.server;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import uk.homeward.server.access.SignInSettings;

/** The running system. */
@SpringBootApplication
@EnableScheduling
public class HomewardServer {

    /** Starts a server with this process's environment; returns when its pages answer. */
    public static ConfigurableApplicationContext start(ServerSettings settings) {
        return start(settings, System.getenv());
    }

    /**
     * Starts a server; returns when its pages answer.
     *
     * @param environment the {@code HOMEWARD_...} settings of sign-in and of the proxy before the server
     */
    public static ConfigurableApplicationContext start(ServerSettings settings, Map<String, String> environment) {
        SignInSettings signIn = SignInSettings.of(environment);
        SpringApplication application = new SpringApplication(HomewardServer.class);
        application.setDefaultProperties(properties(settings, environment));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(ServerSettings.class, () -> settings);
            beans.registerBean(SignInSettings.class, () -> signIn);
        });
        return application.run();
    }

    static Map<String, Object> properties(ServerSettings settings, Map<String, String> environment) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        if ("yes".equals(environment.get("HOMEWARD_BEHIND_PROXY"))) {
            properties.put("server.forward-headers-strategy", "native");
            properties.put(
                    "server.servlet.session.cookie.secure", "true"); // the proxy ends TLS; nobody comes otherwise
            properties.put("server.servlet.session.cookie.name", "__Host-homeward");
        }
        return properties;
    }
}
