package uk.homeward.server.access;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Which addresses are open, how people sign in, and what browsers may load. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

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
    SecurityFilterChain fhir(HttpSecurity http, WaysIn ways) {
        http.securityMatcher(FHIR)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        ways.forScripts(http, new Refusals());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain security(HttpSecurity http, WaysIn ways) {
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
        ways.forPeople(http, refusals);
        return http.build();
    }
}
