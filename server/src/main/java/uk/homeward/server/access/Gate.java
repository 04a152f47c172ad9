package uk.homeward.server.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;

/** Which roles may come in; everybody else is answered 403. */
public final class Gate {

    /** The roles that give or arrange care. */
    public static final Set<Role> CARE = Set.copyOf(
            EnumSet.of(Role.TRIAGE_CLINICIAN, Role.RESPONDER, Role.THERAPIST, Role.WARD, Role.HUB, Role.COORDINATOR));

    private Gate() {}

    /** Lets these roles pass; throws {@link AccessDeniedException} for all others. */
    public static void only(User user, Set<Role> roles) {
        if (!roles.contains(user.role())) {
            throw new AccessDeniedException("The role (" + user.role().title() + ") may not do this. Maybe: ask one of "
                    + roles.stream().map(Role::title).sorted().toList());
        }
    }

    /** These roles and more. */
    public static Set<Role> with(Set<Role> roles, Role... more) {
        EnumSet<Role> all = EnumSet.copyOf(roles);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
