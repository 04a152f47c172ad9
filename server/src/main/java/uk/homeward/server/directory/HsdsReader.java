package uk.homeward.server.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.event.ServiceEvent.Details;

/** Reads services from JSON of Open Referral UK: one service, a list of them, or a page of a list. */
final class HsdsReader {

    private static final Map<String, String> DAYS =
            Map.of("MO", "Mon", "TU", "Tue", "WE", "Wed", "TH", "Thu", "FR", "Fri", "SA", "Sat", "SU", "Sun");
    private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Set<String> outwards;

    /** @param outwards the outward postcodes that the place knows */
    HsdsReader(Set<String> outwards) {
        this.outwards = Set.copyOf(outwards);
    }

    /** The services of a document, wherever it holds them. */
    static List<JsonNode> services(JsonNode document) {
        JsonNode list = document.isArray()
                ? document
                : document.has("contents") ? document.path("contents") : document.path("services");
        if (!list.isArray()) {
            return document.has("id") ? List.of(document) : List.of();
        }
        List<JsonNode> services = new ArrayList<>();
        list.forEach(services::add);
        return services;
    }

    Details read(JsonNode service, String source) {
        List<String> categories = new ArrayList<>();
        service.path("attributes").forEach(a -> {
            String name = text(a.path("taxonomy_term"), "name");
            if (!name.isEmpty() && !categories.contains(name)) {
                categories.add(name);
            }
        });
        JsonNode schedule = service.path("schedules").path(0);
        return new Details(
                text(service, "name"),
                text(service.path("organization"), "name"),
                text(service, "description"),
                text(service, "eligibility_description"),
                "",
                categories,
                phone(service),
                email(service),
                web(service),
                outward(service),
                List.of(),
                service.path("minimum_age").asInt(0),
                text(schedule, "description"),
                opens(schedule),
                text(service, "wait_time"),
                true,
                true,
                source);
    }

    private static String phone(JsonNode service) {
        for (JsonNode holder : List.of(
                service,
                service.path("contacts").path(0),
                service.path("organization"),
                service.path("service_at_locations").path(0),
                service.path("service_at_locations").path(0).path("location"))) {
            String number = text(holder.path("phones").path(0), "number");
            if (!number.isEmpty()) {
                return number;
            }
        }
        return "";
    }

    private static String email(JsonNode service) {
        String own = text(service, "email");
        String contact = text(service.path("contacts").path(0), "email");
        return !own.isEmpty() ? own : !contact.isEmpty() ? contact : text(service.path("organization"), "email");
    }

    private static String web(JsonNode service) {
        String own = EntryForm.web(text(service, "url"));
        return own.isEmpty() ? EntryForm.web(text(service.path("organization"), "website")) : own;
    }

    private String outward(JsonNode service) {
        String postcode = text(
                service.path("service_at_locations")
                        .path(0)
                        .path("location")
                        .path("addresses")
                        .path(0),
                "postal_code");
        String outward = Wanted.of(Map.of("postcode", postcode)).outward();
        return outwards.contains(outward) ? outward : "";
    }

    /** Days in a row with one time; empty where the schedule says it in another way. */
    private static String opens(JsonNode schedule) {
        List<String> days = List.of(text(schedule, "byday").split(","));
        String from = text(schedule, "opens_at");
        String until = text(schedule, "closes_at");
        boolean timed = from.matches("\\d\\d:\\d\\d.*") && until.matches("\\d\\d:\\d\\d.*");
        int first = WEEK.indexOf(days.getFirst());
        boolean inRow = first >= 0
                && first + days.size() <= WEEK.size()
                && WEEK.subList(first, first + days.size()).equals(days);
        if (!timed || !inRow || from.compareTo(until) >= 0) {
            return "";
        }
        String named =
                days.size() == WEEK.size() ? "daily" : DAYS.get(days.getFirst()) + "-" + DAYS.get(days.getLast());
        String end = until.startsWith("23:59") ? "24:00" : until.substring(0, 5);
        return from.startsWith("00:00") && end.equals("24:00") && named.equals("daily")
                ? "24/7"
                : named + " " + from.substring(0, 5) + "-" + end;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }
}
