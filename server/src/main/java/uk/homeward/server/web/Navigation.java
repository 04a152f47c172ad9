package uk.homeward.server.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.homeward.server.access.Role;

/** The menu: each page stands here once, with the roles that it is for. */
public final class Navigation {

    private static final Set<Role> EVERYONE = EnumSet.allOf(Role.class);
    private static final Set<Role> CARE =
            EnumSet.of(Role.TRIAGE_CLINICIAN, Role.RESPONDER, Role.THERAPIST, Role.WARD, Role.HUB, Role.COORDINATOR);

    private static final List<Entry> ENTRIES = List.of(
            new Entry(new Link("/overview", "Overview"), EVERYONE),
            new Entry(new Link("/front-door", "Front door"), with(CARE, Role.REFERRER, Role.ADMINISTRATOR)),
            new Entry(new Link("/response", "Triage and response"), CARE),
            new Entry(new Link("/tasks", "My tasks"), CARE),
            new Entry(new Link("/at-home", "Enablement at home"), CARE),
            new Entry(new Link("/beds", "Enablement beds"), CARE),
            new Entry(new Link("/people", "People"), CARE),
            new Entry(new Link("/pathway", "Pathway"), EVERYONE),
            new Entry(new Link("/exchange/hl7", "Hospital messages"), EnumSet.of(Role.ADMINISTRATOR)));

    private Navigation() {}

    /** A line of the menu. */
    public record Link(String path, String title) {}

    private record Entry(Link link, Set<Role> roles) {}

    static List<Link> of(Role role) {
        return ENTRIES.stream()
                .filter(e -> e.roles().contains(role))
                .map(Entry::link)
                .toList();
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.addAll(List.of(more));
        return all;
    }
}
