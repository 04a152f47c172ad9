package uk.homeward.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the purpose of each request from its header, else from what the reader chose in their session. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PurposeFilter extends OncePerRequestFilter {

    private static final int LONGEST = 40;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String given = request.getHeader(Purpose.HEADER);
        Optional<Purpose> purpose = given == null ? Optional.of(chosen(request)) : Purpose.find(given.strip());
        if (purpose.isEmpty()) {
            refuse(response, given == null ? "" : given);
            return;
        }
        try {
            Purpose.enter(purpose.get());
            chain.doFilter(request, response);
        } finally {
            Purpose.leave();
        }
    }

    private static Purpose chosen(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(Purpose.HEADER) instanceof String word
                ? Purpose.find(word).orElse(Purpose.DIRECT_CARE)
                : Purpose.DIRECT_CARE;
    }

    private static void refuse(HttpServletResponse response, String given) throws IOException {
        String safe = given.replaceAll("[^A-Za-z0-9-]", "?");
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/problem+json");
        response.getWriter()
                .write("{\"title\":\"Unknown purpose of use\",\"status\":400,\"code\":\"purpose-unknown\",\"detail\":\""
                        + "there is no purpose (" + safe.substring(0, Math.min(LONGEST, safe.length()))
                        + "). Maybe: one of "
                        + Arrays.stream(Purpose.values()).map(Purpose::word).toList() + "\"}");
    }
}
