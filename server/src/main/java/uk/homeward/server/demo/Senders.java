package uk.homeward.server.demo;

import java.util.List;
import java.util.Map;

/** Made-up names of those who send people. */
final class Senders {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry(
                    "gp",
                    List.of("Harborne practice", "Small Heath practice", "Erdington practice", "Shirley practice")),
            Map.entry("ambulance", List.of("Ambulance crew")),
            Map.entry("community-nurse", List.of("District nurse")),
            Map.entry("social-worker", List.of("Social work duty desk")),
            Map.entry("care-home", List.of("Dunnock Court", "Larch Grange", "The Elms")),
            Map.entry("out-of-hours", List.of("Out-of-hours doctor")),
            Map.entry("hospital", List.of("Hospital front door")),
            Map.entry("police", List.of("Neighbourhood police")),
            Map.entry("fire", List.of("Fire service home safety")),
            Map.entry("housing", List.of("Housing association", "Council housing")),
            Map.entry("voluntary", List.of("Befriending line", "Lunch club")),
            Map.entry("family", List.of("Daughter", "Son", "Niece")),
            Map.entry("person", List.of("The person")));

    private Senders() {}

    static String name(Arrival arrival, Luck luck) {
        return luck.any(NAMES.getOrDefault(arrival.kind(), List.of(arrival.kind())), arrival.journey(), "sender");
    }

    /** A number of the range that is kept for drama. */
    static String phone(Arrival arrival, Luck luck) {
        return String.format("0121 496 0%03d", (int) (1000 * luck.uniform(arrival.journey(), "sender's phone")));
    }
}
