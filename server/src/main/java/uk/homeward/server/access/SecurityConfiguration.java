package uk.homeward.server.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import uk.homeward.server.ServerSettings;

/** Which addresses are open, how people sign in, and what browsers may load. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/", "/sign-in", "/error", "/denied", "/assets/**", "/gateway/**", "/actuator/health/**", "/actuator/prometheus"
    };
    private static final String CONTENT_SECURITY = "default-src 'self'; img-src 'self' data:; style-src 'self'; "
            + "script-src 'self'; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http, ServerSettings settings, DemoUsers users) throws Exception {
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
                .csrf(csrf -> csrf.ignoringRequestMatchers(request ->
                        String.valueOf(request.getHeader("Authorization")).startsWith("Bearer ")))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY))
                        .referrerPolicy(referrer -> {}))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"));
        if (settings.isDemo()) {
            http.addFilterBefore(new DemoToken(users), UsernamePasswordAuthenticationFilter.class);
        }
        return http.build();
    }
}
