package uk.homeward.server.exchange.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.homeward.server.ServerSettings;

/**
 * The hosts to which this server may send notifications: {@code HOMEWARD_SUBSCRIPTIONS_HOSTS}, names with commas between. A
 * demo may send to its own machine. Addresses are compared as parsed, never by how they begin.
 */
@Component("fhirAllowedHosts")
class AllowedHosts {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private final Set<String> allowed;

    AllowedHosts(Environment environment, ServerSettings settings) {
        String names =
                environment.getProperty("homeward.subscriptions.hosts", settings.isDemo() ? "127.0.0.1,localhost" : "");
        this.allowed = Arrays.stream(names.split(","))
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .filter(h -> !h.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why nothing is sent to this address; null if it may be. */
    @Nullable
    String refuses(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return "is no address";
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null || uri.getQuery() != null) {
            return "is no plain address of a host";
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (!allowed.contains(host)) {
            return "is at a host (" + host + ") that this server's operator has not allowed";
        }
        boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host));
        return safe ? null : "is not https";
    }
}
