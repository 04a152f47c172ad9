package uk.homeward.server.web;

import java.util.Arrays;
import java.util.List;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;

/** The menu: each page stands here once, in its section, with the permission that it needs. */
public final class Navigation {

    private static final List<Group> GROUPS = List.of(
            group(
                    "Place now",
                    entry("/overview", "Overview", Permission.READ_AGGREGATES),
                    entry("/pathway", "Pathway", Permission.READ_AGGREGATES)),
            group(
                    "Front door",
                    entry("/front-door", "Referrals", Permission.READ_REFERRALS),
                    entry("/response", "Triage and response", Permission.READ_BOARDS)),
            group("My tasks", entry("/tasks", "My tasks", Permission.READ_BOARDS)),
            group(
                    "Hospital",
                    entry("/wards", "Wards", Permission.READ_BOARDS),
                    entry("/hub", "Ready to leave", Permission.READ_BOARDS),
                    entry("/discharges", "Discharges", Permission.READ_BOARDS),
                    entry("/summaries", "Summaries to us", Permission.READ_SUMMARIES),
                    entry("/expected-dates", "Expected dates", Permission.READ_BOARDS),
                    entry("/returns", "Returns", Permission.READ_AGGREGATES)),
            group(
                    "Enablement",
                    entry("/at-home", "At home", Permission.READ_BOARDS),
                    entry("/beds", "In a bed", Permission.READ_BOARDS)),
            group(
                    "Capacity",
                    entry("/capacity", "What is free", Permission.READ_AGGREGATES),
                    entry("/escalation", "Pressure", Permission.READ_AGGREGATES),
                    entry("/services", "Services", Permission.READ_AGGREGATES),
                    entry("/social-prescriptions", "Social prescriptions", Permission.PLAN),
                    entry("/my-units", "My units", Permission.MANAGE_CAPACITY)),
            group(
                    "People",
                    entry("/people", "People", Permission.READ_PERSON),
                    entry("/risk-register", "Risk register", Permission.READ_PERSON),
                    entry("/people/doubts", "One person or two?", Permission.JOIN_RECORDS)),
            group(
                    "Assessment",
                    entry("/forms", "Forms", Permission.READ_AGGREGATES),
                    entry("/my-assessments", "Open assessments", Permission.READ_PERSON),
                    entry("/assessments", "How often assessed", Permission.READ_AGGREGATES),
                    entry("/agreements", "Agreements", Permission.READ_AGGREGATES)),
            group(
                    "Places and packages",
                    entry("/places", "Find a place", Permission.FIND_PLACES),
                    entry("/morning", "Morning's assignment", Permission.FIND_PLACES),
                    entry("/offers", "Offers", Permission.ANSWER_OFFERS),
                    entry("/packages", "Packages", Permission.FIND_PLACES),
                    entry("/package-reviews", "Reviews due", Permission.FIND_PLACES),
                    entry("/continuing-care", "Continuing care", Permission.FIND_PLACES),
                    entry("/approvals", "Approvals", Permission.APPROVE_CARE),
                    entry("/provider-failure", "Provider failure", Permission.FIND_PLACES),
                    entry("/market-gaps", "Market gaps", Permission.PLAN_PLACE)),
            group(
                    "Measures",
                    entry("/measures", "Measures", Permission.READ_AGGREGATES),
                    entry("/measures/changes", "What changed", Permission.READ_AGGREGATES),
                    entry("/inequality", "Inequality", Permission.READ_AGGREGATES),
                    entry("/population", "Population and risk", Permission.READ_AGGREGATES),
                    entry("/benchmarks", "Other places", Permission.READ_AGGREGATES),
                    entry("/board-packs", "Board packs", Permission.READ_AGGREGATES),
                    entry("/following", "What I follow", Permission.READ_AGGREGATES)),
            group(
                    "Planning",
                    entry("/forecast", "Forecast", Permission.FORESEE),
                    entry("/scenarios", "Scenarios", Permission.PLAN_PLACE),
                    entry("/scenarios/compare", "Compare", Permission.PLAN_PLACE),
                    entry("/demand", "Demand", Permission.PLAN_PLACE),
                    entry("/reviews", "Case reviews", Permission.READ_REVIEWS),
                    entry("/benefits", "Benefits", Permission.PLAN_PLACE),
                    entry("/money", "Money", Permission.PLAN_PLACE)),
            group(
                    "Programmes",
                    entry("/programmes", "Programmes", Permission.READ_PROGRAMMES),
                    entry("/risks", "Risks", Permission.READ_PROGRAMMES),
                    entry("/cycles", "Improvement", Permission.READ_PROGRAMMES),
                    entry("/maturity", "Maturity", Permission.READ_PROGRAMMES),
                    entry("/winter-plan", "Winter plan", Permission.READ_PROGRAMMES),
                    entry("/baselines", "Baselines", Permission.READ_PROGRAMMES)),
            group(
                    "Trust",
                    entry("/openings", "Openings with a reason", Permission.REVIEW_ACCESS),
                    entry("/sharing-agreements", "Agreements to share", Permission.REVIEW_ACCESS),
                    entry("/accounts", "Who comes in", Permission.REVIEW_ACCESS),
                    entry("/copies", "Copies for people", Permission.GIVE_ACCESS)),
            group(
                    "Exchange",
                    entry("/exchange", "All lines", Permission.MEND_MESSAGES),
                    entry("/exchange/hl7", "Hospital messages", Permission.MEND_MESSAGES),
                    entry("/exchange/fhir", "Referrals by FHIR", Permission.MEND_MESSAGES),
                    entry("/exchange/subscriptions", "Subscriptions", Permission.MEND_MESSAGES),
                    entry("/exchange/outgoing", "Sent to others", Permission.MEND_MESSAGES),
                    entry("/exchange/import", "Import a file", Permission.SEND_FACTS)));

    private Navigation() {}

    /** A line of the menu. */
    public record Link(String path, String title) {

        /** True on this page and on those below it. */
        boolean leadsTo(String address) {
            return address.equals(path) || address.startsWith(path + "/");
        }
    }

    /** A section of the menu, with those of its pages that a role may open. */
    public record Section(String title, List<Link> pages) {

        public Section {
            pages = List.copyOf(pages);
        }

        /** The page to which the section's title leads. */
        public String path() {
            return pages.getFirst().path();
        }

        public boolean leadsTo(String address) {
            return pages.stream().anyMatch(page -> page.leadsTo(address));
        }
    }

    private record Entry(Link link, Permission permission) {}

    private record Group(String title, List<Entry> entries) {}

    private static Group group(String title, Entry... entries) {
        return new Group(title, Arrays.asList(entries));
    }

    private static Entry entry(String path, String title, Permission permission) {
        return new Entry(new Link(path, title), permission);
    }

    static List<Section> of(Role role) {
        return GROUPS.stream()
                .map(group -> new Section(
                        group.title(),
                        group.entries().stream()
                                .filter(e -> e.permission().isOf(role))
                                .map(Entry::link)
                                .toList()))
                .filter(section -> !section.pages().isEmpty())
                .toList();
    }
}
