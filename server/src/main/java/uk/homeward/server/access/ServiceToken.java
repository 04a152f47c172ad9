package uk.homeward.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a service account in for one request at the FHIR base; everything else is closed to it. */
final class ServiceToken extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ServiceTokens tokens;

    ServiceToken(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    /** The token of a service account in this request; null if it carries none. */
    static @Nullable String of(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER + ServiceTokens.PREFIX)
                ? header.substring(BEARER.length())
                : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String token = of(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ServiceTokens.Bearer> bearer = tokens.find(token);
        if (bearer.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            Refusals.problem(
                    response, HttpStatus.UNAUTHORIZED, "invalid-token", "This token is not known or has ended.");
        } else if (!request.getRequestURI().startsWith("/fhir/")) {
            Refusals.problem(
                    response,
                    HttpStatus.FORBIDDEN,
                    "service-fhir-only",
                    "A service account reads and writes by FHIR and opens nothing else.");
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new SignedIn(bearer.get().account().user(), bearer.get().scopes()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }
    }
}
