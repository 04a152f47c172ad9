package uk.homeward.server.exchange.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import uk.homeward.server.ServerSettings;

/** Hosts are compared as parsed, never by how an address begins. */
class AllowedHostsTest {

    private final AllowedHosts hosts = new AllowedHosts(
            new MockEnvironment().withProperty("homeward.subscriptions.hosts", "partner.example, Other.Example"),
            new ServerSettings(
                    ServerSettings.Mode.SERVE, Path.of("."), null, null, null, null, 0, -1, "127.0.0.1", 1, 0));

    @Test
    void what_the_operator_allows_is_told_by_https() {
        assertThat(hosts.refuses("https://partner.example/hook")).isNull();
        assertThat(hosts.refuses("https://OTHER.example:8443/hook")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example/hook",
                "https://partner.example.evil.example/hook",
                "https://partner.example@evil.example/hook",
                "https://evil.example/partner.example",
                "https://evil.example?partner.example",
                "https://evil.example#partner.example",
                "https://partner.example:pass@evil.example/",
                "https://127.0.0.1/hook",
                "https://[::1]/hook",
                "https://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "ftp://partner.example/",
                "https:partner.example",
                "//partner.example/hook",
                "partner.example",
                "https://partner.example\\@evil.example/",
                "https://part ner.example/",
                ""
            })
    void whatever_only_looks_like_it_is_refused(String address) {
        assertThat(hosts.refuses(address)).isNotNull();
    }
}
