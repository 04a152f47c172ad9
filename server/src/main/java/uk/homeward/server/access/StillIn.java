package uk.homeward.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of a request that goes on for long whether whoever made it may still be in. */
@Component
public class StillIn {

    private final Withdrawals withdrawals;
    private final InstantSource clock = InstantSource.system(); // the machine's time, as for sessions

    StillIn(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    /** True as long as the user's access stands and, for a browser, their session. */
    public BooleanSupplier of(HttpServletRequest request, User user) {
        @Nullable HttpSession session = request.getSession(false);
        return () -> !withdrawals.include(user.id()) && (session == null || stands(session));
    }

    private boolean stands(HttpSession session) {
        try {
            return !SessionAge.isOver(session, clock.millis());
        } catch (IllegalStateException ended) {
            return false;
        }
    }
}
