package uk.homeward.server.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands behind every way to sign in: whoever's access was withdrawn comes in no more, and their session ends. */
final class Admission extends OncePerRequestFilter {

    private final Withdrawals withdrawals;
    private final Refusals refusals;

    Admission(Withdrawals withdrawals, Refusals refusals) {
        this.withdrawals = withdrawals;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        User user = signedIn.getPrincipal();
        if (!withdrawals.include(user.id())) {
            withdrawals.note(user);
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        refusals.handle(
                request,
                response,
                new NotPermitted(
                        "withdrawn", "Your access was withdrawn. Ask the privacy officer of your organisation why."));
    }
}
