package uk.homeward.server.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Sign-in by OpenID Connect: people by the authorization code flow, scripts by bearer tokens of the same issuers. */
final class OpenId {

    private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);
    private static final String REFUSED = "claims_refused";
    private static final DefaultBearerTokenResolver HEADER = new DefaultBearerTokenResolver();

    private final Map<String, IdentityService> services;
    private final Claims claims;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onwards =
            new SavedRequestAwareAuthenticationSuccessHandler();

    OpenId(SignInSettings settings, Claims claims) {
        this.services = settings.services().stream()
                .collect(Collectors.toUnmodifiableMap(IdentityService::name, Function.identity()));
        this.claims = claims;
        onwards.setDefaultTargetUrl("/overview");
    }

    void configure(HttpSecurity http, Refusals refusals) {
        OidcUserService standard = new OidcUserService();
        http.oauth2Login(login -> login.loginPage("/")
                .clientRegistrationRepository(new Registrations(services))
                .authorizedClientRepository(new NoTokensKept())
                .userInfoEndpoint(info -> info.oidcUserService(request -> checked(standard.loadUser(request), request)))
                .successHandler(this::welcome)
                .failureHandler(OpenId::refuse));
        takeTokens(http, refusals);
    }

    /** Signs scripts in by the tokens they send. */
    void takeTokens(HttpSecurity http, Refusals refusals) {
        http.oauth2ResourceServer(
                server -> server.authenticationManagerResolver(BearerTokens.resolver(services.values(), claims))
                        .bearerTokenResolver(OpenId::token)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals));
    }

    /** A bearer token of an issuer; those of service accounts were looked at before. */
    private static @Nullable String token(HttpServletRequest request) {
        return ServiceToken.of(request) == null ? HEADER.resolve(request) : null;
    }

    private OidcUser checked(OidcUser user, OidcUserRequest request) {
        try {
            user(request.getClientRegistration().getRegistrationId(), user.getClaims());
            return user;
        } catch (Claims.Refused e) {
            throw new OAuth2AuthenticationException(new OAuth2Error(REFUSED, e.getMessage(), null), e);
        }
    }

    private User user(String name, Map<String, Object> said) {
        IdentityService service = services.get(name);
        if (service == null) {
            throw new IllegalStateException("there is no identity service (" + name + ")");
        }
        return claims.user(service, said);
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        OAuth2AuthenticationToken token = (OAuth2AuthenticationToken) authentication;
        OidcUser person = (OidcUser) token.getPrincipal();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(user(token.getAuthorizedClientRegistrationId(), person.getClaims())));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        onwards.onAuthenticationSuccess(request, response, authentication);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        String code = failure instanceof OAuth2AuthenticationException e
                ? e.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        LOG.warn("a sign-in was refused ({})", code);
        String why = REFUSED.equals(code)
                ? "You could not be signed in. " + failure.getMessage()
                : "You could not be signed in (" + code + "). Go back to the first page and try again.";
        Refusals.page(request, response, why);
    }
}
