package uk.homeward.server.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.stereotype.Component;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;

/** How whoever comes says who they are: the same on every path, but that people sign in by pages and scripts do not. */
@Component
final class WaysIn {

    private static final Logger LOG = LoggerFactory.getLogger(WaysIn.class);

    private final ServerSettings settings;
    private final SignInSettings signIn;
    private final Place place;
    private final DemoUsers users;
    private final ServiceTokens services;
    private final Withdrawals withdrawals;

    WaysIn(
            ServerSettings settings,
            SignInSettings signIn,
            Place place,
            DemoUsers users,
            ServiceTokens services,
            Withdrawals withdrawals) {
        this.settings = settings;
        this.signIn = signIn;
        this.place = place;
        this.users = users;
        this.services = services;
        this.withdrawals = withdrawals;
    }

    /** Takes tokens, in each request. */
    void forScripts(HttpSecurity http, Refusals refusals) {
        forAll(http, refusals);
        if (hasIssuers()) {
            openId().takeTokens(http, refusals);
        }
    }

    /** Takes tokens, and signs people in. */
    void forPeople(HttpSecurity http, Refusals refusals) {
        forAll(http, refusals);
        if (hasIssuers()) {
            openId().configure(http, refusals);
        } else if (!settings.isDemo()) {
            LOG.warn("sign-in is not configured, so nobody can sign in. Maybe: set HOMEWARD_OIDC_<NAME>_ISSUER,"
                    + " _CLIENT_ID and _CLIENT_SECRET_FILE, see docs/operate.md");
        }
    }

    private void forAll(HttpSecurity http, Refusals refusals) {
        http.addFilterBefore(new Admission(withdrawals, refusals), AuthorizationFilter.class);
        http.addFilterBefore(new ServiceToken(services), UsernamePasswordAuthenticationFilter.class);
        if (settings.isDemo()) {
            http.addFilterBefore(new DemoToken(users), UsernamePasswordAuthenticationFilter.class);
        }
    }

    private boolean hasIssuers() {
        return !settings.isDemo() && !signIn.services().isEmpty();
    }

    private OpenId openId() {
        return new OpenId(signIn, new Claims(place));
    }
}
