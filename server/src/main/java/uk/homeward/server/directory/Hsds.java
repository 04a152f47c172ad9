package uk.homeward.server.directory;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.OpeningHours;
import uk.homeward.journey.place.PostalArea;

/**
 * Entries in the form of Open Referral UK, version 3.0 of its profile of the Human Services Data Specification
 * (docs.openreferraluk.org). Ids are UUIDs made from ours, so that they are the same each time.
 */
final class Hsds {

    static final Map<String, Object> API = Map.of(
            "version",
            "HSDS-UK-3.0",
            "profile",
            "https://docs.openreferraluk.org/en/latest/",
            "openapi_url",
            "https://docs.openreferraluk.org/en/latest/openapi30.json");

    private final Directory directory;

    Hsds(Directory directory) {
        this.directory = directory;
    }

    static String uuid(String kind, String id) {
        return UUID.nameUUIDFromBytes((kind + "/" + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The service without what hangs on it, as lists have it. */
    Map<String, Object> brief(DirectoryEntry entry) {
        Details d = entry.details();
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("id", uuid("service", entry.id()));
        service.put("name", d.title());
        service.put("description", d.what());
        put(service, "url", d.web());
        put(service, "email", d.email());
        service.put("status", entry.withdrawn().isEmpty() ? "active" : "defunct");
        put(service, "wait_time", d.response());
        put(service, "eligibility_description", eligibility(d));
        if (d.minimumAge() > 0) {
            service.put("minimum_age", d.minimumAge());
        }
        service.put("assured_date", entry.confirmedAt().toString().substring(0, 10));
        service.put("last_modified", entry.confirmedAt().toString());
        service.put("organization", organisation(d));
        return service;
    }

    private static String eligibility(Details d) {
        return d.notFor().isEmpty() ? d.audience() : d.audience() + ". Not for: " + d.notFor();
    }

    static Map<String, Object> organisation(Details d) {
        Map<String, Object> organisation = new LinkedHashMap<>();
        String name = d.organisation().isEmpty() ? d.title() : d.organisation();
        organisation.put("id", uuid("organization", name));
        organisation.put("name", name);
        organisation.put("description", name);
        return organisation;
    }

    /** The service with phones, schedules, areas, locations and what it helps with. */
    Map<String, Object> full(DirectoryEntry entry) {
        Details d = entry.details();
        Map<String, Object> service = brief(entry);
        if (!d.phone().isEmpty()) {
            service.put("phones", List.of(Map.of("id", uuid("phone", entry.id()), "number", d.phone())));
            service.put("contacts", List.of(Map.of("id", uuid("contact", entry.id()), "name", d.title())));
        }
        service.put("schedules", schedules(entry));
        service.put("service_areas", List.of(area(entry)));
        service.put("service_at_locations", locations(entry));
        service.put(
                "attributes",
                d.categories().stream().map(c -> attribute(entry.id(), c)).toList());
        return service;
    }

    private static List<Map<String, Object>> schedules(DirectoryEntry entry) {
        Details d = entry.details();
        if (d.opens().isEmpty() && d.hours().isEmpty()) {
            return List.of();
        }
        Map<String, Object> schedule = new LinkedHashMap<>();
        schedule.put("id", uuid("schedule", entry.id()));
        put(schedule, "description", d.hours().isEmpty() ? d.opens() : d.hours());
        if (!d.opens().isEmpty()) {
            OpeningHours opens = OpeningHours.of(d.opens());
            schedule.put("freq", "WEEKLY");
            schedule.put("interval", 1);
            schedule.put("byday", opens.days().stream().sorted().map(Hsds::day).collect(Collectors.joining(",")));
            schedule.put("opens_at", opens.from() + ":00");
            schedule.put(
                    "closes_at",
                    (opens.until().getHour() == 0 ? "23:59" : opens.until().toString()) + ":00");
        }
        return List.of(schedule);
    }

    private static String day(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private Map<String, Object> area(DirectoryEntry entry) {
        Map<String, Object> area = new LinkedHashMap<>();
        area.put("id", uuid("area", entry.id()));
        area.put("name", directory.areas(entry.details()));
        return area;
    }

    private List<Map<String, Object>> locations(DirectoryEntry entry) {
        return directory
                .area(entry.details().outward())
                .map(area -> {
                    Map<String, Object> at = new LinkedHashMap<>();
                    at.put("id", uuid("service_at_location", entry.id()));
                    at.put("location", location(entry, area));
                    return List.of(at);
                })
                .orElse(List.of());
    }

    private static Map<String, Object> location(DirectoryEntry entry, PostalArea area) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("id", uuid("location", entry.id()));
        location.put("location_type", "physical");
        location.put("name", entry.details().title());
        location.put("latitude", area.middle().latitude());
        location.put("longitude", area.middle().longitude());
        location.put(
                "addresses",
                List.of(Map.of(
                        "id",
                        uuid("address", entry.id()),
                        "postal_code",
                        area.outward(),
                        "country",
                        "GB",
                        "address_type",
                        "physical")));
        return location;
    }

    private static Map<String, Object> attribute(String entry, String category) {
        return Map.of(
                "id",
                uuid("attribute", entry + "/" + category),
                "link_entity",
                "service",
                "taxonomy_term",
                Map.of("id", uuid("term", category), "name", category, "taxonomy", "homeward-needs"));
    }

    /** A page of a list, as the specification's API answers it. */
    static Map<String, Object> page(List<Map<String, Object>> all, int page, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int from = Math.min(Math.max(0, page - 1) * size, all.size());
        List<Map<String, Object>> contents = new ArrayList<>(all.subList(from, Math.min(from + size, all.size())));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total_items", all.size());
        answer.put("total_pages", pages);
        answer.put("page_number", page);
        answer.put("size", contents.size());
        answer.put("first_page", page <= 1);
        answer.put("last_page", page >= pages);
        answer.put("empty", contents.isEmpty());
        answer.put("contents", contents);
        return answer;
    }

    private static void put(Map<String, Object> into, String name, String value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }
}
