package uk.homeward.server.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who is signed in; carries the {@link User}. Authorities are {@code ROLE_<role>}. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final User user;
    private final transient Scopes scopes; // of a service account, which has no session

    public SignedIn(User user) {
        this(user, Scopes.ALL);
    }

    SignedIn(User user, Scopes scopes) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + user.role().name())));
        this.user = user;
        this.scopes = scopes;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public User getPrincipal() {
        return user;
    }

    /** What a service account is bound to; all for people. */
    public Scopes scopes() {
        return scopes == null ? Scopes.ALL : scopes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
