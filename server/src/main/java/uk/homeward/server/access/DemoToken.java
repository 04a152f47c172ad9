package uk.homeward.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** In the demo only: {@code Authorization: Bearer demo-<role>} or {@code demo-<role>@<organisation>} signs a script in for one request. */
final class DemoToken extends OncePerRequestFilter {

    private static final String PREFIX = "Bearer demo-";

    private final DemoUsers users;

    DemoToken(DemoUsers users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(PREFIX)) {
            String[] parts = header.substring(PREFIX.length()).split("@", 2);
            Role.find(parts[0]).ifPresent(role -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new SignedIn(parts.length == 1 ? users.of(role) : users.of(role, parts[1])));
                SecurityContextHolder.setContext(context);
            });
        }
        chain.doFilter(request, response);
    }
}
