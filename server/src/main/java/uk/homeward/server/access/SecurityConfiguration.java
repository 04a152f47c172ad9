package uk.homeward.server.access;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;

/** Which addresses are open, how people sign in, and what browsers may load. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
    private static final int SIGN_INS_A_MINUTE = 600;
    private static final String FHIR = "/fhir/**";

    private static final String[] OPEN = {
        "/",
        "/sign-in",
        "/error",
        "/denied",
        "/assets/**",
        "/gateway/**",
        "/directory/**",
        "/api/hsds/**",
        "/choices/**",
        ServiceTokenController.TOKEN,
        "/actuator/health/**",
        "/actuator/prometheus"
    };
    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data:; style-src 'self';"
            + " script-src 'self'; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self';"
            + " base-uri 'none'";

    /** A request is measured once, not at each of a dozen filters. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The FHIR base takes tokens only, so it needs none of what browsers need; who may not come in it says in its own words:
     * see {@code exchange.rest}.
     */
    @Bean
    @Order(1)
    SecurityFilterChain fhir(
            HttpSecurity http,
            ServerSettings settings,
            SignInSettings signIn,
            Place place,
            DemoUsers users,
            ServiceTokens services,
            Withdrawals withdrawals) {
        Refusals refusals = new Refusals();
        http.securityMatcher(FHIR)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.addFilterBefore(new Admission(withdrawals, refusals), AuthorizationFilter.class);
        http.addFilterBefore(new ServiceToken(services), UsernamePasswordAuthenticationFilter.class);
        if (settings.isDemo()) {
            http.addFilterBefore(new DemoToken(users), UsernamePasswordAuthenticationFilter.class);
        } else if (!signIn.services().isEmpty()) {
            new OpenId(signIn, new Claims(place)).takeTokens(http, refusals);
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain security(
            HttpSecurity http,
            ServerSettings settings,
            SignInSettings signIn,
            Place place,
            DemoUsers users,
            ServiceTokens services,
            Withdrawals withdrawals) {
        Refusals refusals = new Refusals();
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers(ServiceTokenController.TOKEN)
                        .ignoringRequestMatchers(request -> String.valueOf(request.getHeader("Authorization"))
                                .startsWith("Bearer ")))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(referrer -> {}))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"));
        http.addFilterBefore(new SessionAge(InstantSource.system()), SecurityContextHolderFilter.class);
        http.addFilterBefore(
                new RateLimit(InstantSource.system(), SIGN_INS_A_MINUTE), SecurityContextHolderFilter.class);
        http.addFilterBefore(new Admission(withdrawals, refusals), AuthorizationFilter.class);
        http.addFilterBefore(new ServiceToken(services), UsernamePasswordAuthenticationFilter.class);
        if (settings.isDemo()) {
            http.addFilterBefore(new DemoToken(users), UsernamePasswordAuthenticationFilter.class);
        } else if (!signIn.services().isEmpty()) {
            new OpenId(signIn, new Claims(place)).configure(http, refusals);
        } else {
            LOG.warn("sign-in is not configured, so nobody can sign in. Maybe: set HOMEWARD_OIDC_<NAME>_ISSUER,"
                    + " _CLIENT_ID and _CLIENT_SECRET_FILE, see docs/operate.md");
        }
        return http.build();
    }
}
