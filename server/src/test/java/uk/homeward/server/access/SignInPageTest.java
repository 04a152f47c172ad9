package uk.homeward.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.homeward.server.ServerTest;
import uk.homeward.server.web.Page;

class SignInPageTest extends ServerTest {

    @Test
    void aServerWithoutSignInSaysSoAndHowToSetItUp() {
        assertThat(firstPage(List.of()))
                .contains("Sign-in is not set up yet", "HOMEWARD_OIDC_NAME_ISSUER", "docs/operate.md")
                .doesNotContain("<button", "/oauth2/");
    }

    @Test
    void everyIdentityServiceHasItsButton() {
        assertThat(firstPage(List.of(
                        new SignInChoice("/oauth2/authorization/trust", "Sign in with the trust's account"),
                        new SignInChoice("/oauth2/authorization/council", "Sign in with the council's account"))))
                .contains("href=\"/oauth2/authorization/trust\"", "href=\"/oauth2/authorization/council\"");
    }

    private static String firstPage(List<SignInChoice> choices) {
        Page page = new Page(
                "A place",
                false,
                null,
                "/",
                Instant.parse("2026-11-23T09:00:00Z"),
                ZoneOffset.UTC,
                null,
                "",
                List.of());
        StringOutput output = new StringOutput();
        bean(TemplateEngine.class)
                .render(
                        "access/signIn.jte",
                        Map.<String, Object>of("page", page, "demo", false, "choices", choices),
                        output);
        return output.toString();
    }
}
