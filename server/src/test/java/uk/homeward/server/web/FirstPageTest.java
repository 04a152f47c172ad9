package uk.homeward.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.access.Role;

class FirstPageTest extends ServerTest {

    @Test
    void aVisitorOfTheDemoPicksARoleInsteadOfAPassword() {
        String page = visitor().get("/");
        assertThat(page)
                .contains("Triage clinician", "Responder", "Administrator")
                .doesNotContain("password");
    }

    @Test
    void aScriptIsSignedInByTheDemosTokenAndByNothingElse() {
        assertThat(script(Role.RESPONDER).get("/live-nothing").status()).isEqualTo(404);
        assertThat(visitor().get("/front-door")).contains("Who would you like to be?");
    }
}
