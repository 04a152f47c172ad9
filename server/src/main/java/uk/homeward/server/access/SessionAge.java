package uk.homeward.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session 30 minutes after its person last did something, and 12 hours after it began whatever they do. A board that
 * refreshes itself is not somebody doing something.
 */
final class SessionAge extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final String ACTIVE = SessionAge.class.getName() + ".active";

    private final InstantSource clock;

    /** @param clock the machine's time, in which the container counts too; not the place's */
    SessionAge(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            long now = clock.millis();
            if (isOver(session, now)) {
                session.invalidate();
            } else if (isByHand(request)) {
                session.setAttribute(ACTIVE, now);
            }
        }
        chain.doFilter(request, response);
    }

    static boolean isOver(HttpSession session, long now) {
        long active = session.getAttribute(ACTIVE) instanceof Long at ? at : session.getCreationTime();
        return now - active >= IDLE.toMillis() || now - session.getCreationTime() >= LONGEST.toMillis();
    }

    private static boolean isByHand(HttpServletRequest request) {
        return request.getHeader("X-Live") == null && !request.getRequestURI().equals("/live");
    }
}
