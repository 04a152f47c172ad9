package uk.homeward.server.exchange.fhir;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.homeward.server.access.SignedIn;
import uk.homeward.server.access.User;

/** Who calls. */
final class Caller {

    private Caller() {}

    static Optional<User> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.getPrincipal())
                : Optional.empty();
    }

    /** The caller; the interceptor let nobody else pass. */
    static User get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
