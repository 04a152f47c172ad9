package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInSettingsTest {

    @Test
    void withoutSettingsNoServiceIsTrusted() {
        assertThat(SignInSettings.of(Map.of("PATH", "/bin")).services()).isEmpty();
    }

    @Test
    void theSecretComesFromAFileAndIsNeverWrittenOut(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "hidden\n");
        IdentityService service = SignInSettings.of(Map.of(
                        "HOMEWARD_OIDC_TRUST_ISSUER", "https://id.example.org",
                        "HOMEWARD_OIDC_TRUST_CLIENT_ID", "homeward",
                        "HOMEWARD_OIDC_TRUST_CLIENT_SECRET_FILE", file.toString()))
                .services()
                .getFirst();
        assertThat(service.clientSecret()).isEqualTo("hidden");
        assertThat(service.audience()).isEqualTo("homeward");
        assertThat(service.claims().role()).isEqualTo("homeward_role");
        assertThat(service).asString().contains("trust").doesNotContain("hidden");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        assertThatThrownBy(() -> SignInSettings.of(Map.of(
                        "HOMEWARD_OIDC_A_ISSUER", "http://id.example.org",
                        "HOMEWARD_OIDC_A_CLIENT_SECRET_FILE", "/nowhere/secret",
                        "HOMEWARD_OIDC_B_CLIENT_IDENTITY", "x")))
                .isInstanceOf(FaultySignIn.class)
                .hasMessageContainingAll(
                        "HOMEWARD_OIDC_A_ISSUER (http://id.example.org) is not safe",
                        "HOMEWARD_OIDC_A_CLIENT_ID is missing",
                        "(/nowhere/secret) cannot be read",
                        "(HOMEWARD_OIDC_B_CLIENT_IDENTITY) is not known");
    }
}
