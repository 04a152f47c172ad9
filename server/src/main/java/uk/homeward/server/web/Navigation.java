package uk.homeward.server.web;

import java.util.List;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;

/** The menu: each page stands here once, with the permission that it needs. */
public final class Navigation {

    private static final List<Entry> ENTRIES = List.of(
            new Entry(new Link("/overview", "Overview"), Permission.READ_AGGREGATES),
            new Entry(new Link("/front-door", "Front door"), Permission.READ_REFERRALS),
            new Entry(new Link("/response", "Triage and response"), Permission.READ_BOARDS),
            new Entry(new Link("/tasks", "My tasks"), Permission.READ_BOARDS),
            new Entry(new Link("/at-home", "Enablement at home"), Permission.READ_BOARDS),
            new Entry(new Link("/beds", "Enablement beds"), Permission.READ_BOARDS),
            new Entry(new Link("/wards", "Wards"), Permission.READ_BOARDS),
            new Entry(new Link("/hub", "Ready to leave"), Permission.READ_BOARDS),
            new Entry(new Link("/returns", "Returns"), Permission.READ_AGGREGATES),
            new Entry(new Link("/people", "People"), Permission.READ_PERSON),
            new Entry(new Link("/pathway", "Pathway"), Permission.READ_AGGREGATES),
            new Entry(new Link("/measures", "Measures"), Permission.READ_AGGREGATES),
            new Entry(new Link("/exchange/hl7", "Hospital messages"), Permission.MEND_MESSAGES),
            new Entry(new Link("/exchange/fhir", "Referrals by FHIR"), Permission.MEND_MESSAGES));

    private Navigation() {}

    /** A line of the menu. */
    public record Link(String path, String title) {}

    private record Entry(Link link, Permission permission) {}

    static List<Link> of(Role role) {
        return ENTRIES.stream()
                .filter(e -> e.permission().isOf(role))
                .map(Entry::link)
                .toList();
    }
}
