package uk.homeward.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds back an address that signs in again and again: so many requests in a minute to the addresses of sign-in, then 429
 * until the minute is over. A whole hospital may stand behind one address, so the number is not small.
 */
final class RateLimit extends OncePerRequestFilter {

    private static final int MOST_ADDRESSES = 50_000;
    private static final int MINUTE_MS = 60_000;

    private final InstantSource clock;
    private final int most;
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    /** @param most how many requests each address has in a minute */
    RateLimit(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.equals("/sign-in")
                && !path.equals("/auth/token")
                && !path.startsWith("/oauth2/")
                && !path.startsWith("/login/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (passes(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            Refusals.problem(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many",
                    "Too many sign-ins came from your address within a minute. Wait a minute, then try again.");
        }
    }

    private synchronized boolean passes(String address) {
        long now = clock.millis() / MINUTE_MS;
        if (now != minute) {
            minute = now;
            counts.clear();
        }
        if (counts.size() >= MOST_ADDRESSES && !counts.containsKey(address)) {
            return false;
        }
        return counts.merge(address, 1, Integer::sum) <= most;
    }
}
