package uk.homeward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehindProxyTest {

    private final ServerSettings settings = new ServerSettings(
            ServerSettings.Mode.SERVE, Path.of("."), Path.of("."), null, null, null, 0, -1, "127.0.0.1", 1, 0);

    @Test
    void theSessionsCookieGoesByTlsToThisHostAloneWhereAProxyEndsTls() {
        assertThat(HomewardServer.properties(settings, Map.of("HOMEWARD_BEHIND_PROXY", "yes")))
                .containsEntry("server.servlet.session.cookie.secure", "true")
                .containsEntry("server.servlet.session.cookie.name", "__Host-homeward")
                .containsEntry("server.forward-headers-strategy", "native");
    }

    @Test
    void aProxysHeadersAreBelievedOnlyWhereThereIsOne() {
        assertThat(HomewardServer.properties(settings, Map.of())).doesNotContainKey("server.forward-headers-strategy");
    }
}
