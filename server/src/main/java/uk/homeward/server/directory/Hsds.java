package uk.homeward.server.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.server.directory.Directory.Where;

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

    /** The taxonomy that says whether something is a community asset. */
    static final String KIND = "homeward-kind";

    static final String COMMUNITY = "community asset";
    static final String SERVICE = "service";
    static final String NOT_FOR = ". Not for: ";

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
        return d.notFor().isEmpty() ? d.audience() : d.audience() + NOT_FOR + d.notFor();
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
        service.put("schedules", HsdsSchedules.write(entry));
        service.put("service_areas", areas(entry));
        service.put("service_at_locations", locations(entry));
        service.put("attributes", attributes(entry));
        return service;
    }

    /** One for each locality that is served, or one for the whole place. */
    private List<Map<String, Object>> areas(DirectoryEntry entry) {
        List<String> areas = entry.details().areas();
        return areas.isEmpty()
                ? List.of(area(entry, directory.areas(entry.details())))
                : areas.stream().map(a -> area(entry, directory.locality(a))).toList();
    }

    private static Map<String, Object> area(DirectoryEntry entry, String title) {
        Map<String, Object> area = new LinkedHashMap<>();
        area.put("id", uuid("area", entry.id() + "/" + title));
        area.put("name", title);
        return area;
    }

    private List<Map<String, Object>> locations(DirectoryEntry entry) {
        return directory
                .findWhere(entry)
                .map(where -> {
                    Map<String, Object> at = new LinkedHashMap<>();
                    at.put("id", uuid("service_at_location", entry.id()));
                    at.put("location", location(where));
                    return List.of(at);
                })
                .orElse(List.of());
    }

    /** The same for every service that is there. */
    private static Map<String, Object> location(Where where) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("id", locationId(where.id()));
        location.put("location_type", "physical");
        location.put("name", where.title());
        location.put("latitude", where.position().latitude());
        location.put("longitude", where.position().longitude());
        location.put(
                "addresses",
                List.of(Map.of(
                        "id",
                        uuid("address", where.id()),
                        "postal_code",
                        where.postcode(),
                        "country",
                        "GB",
                        "address_type",
                        "physical")));
        return location;
    }

    static String locationId(String where) {
        return uuid("location", where);
    }

    /** What it helps with, and whether one is prescribed to it socially. */
    private static List<Map<String, Object>> attributes(DirectoryEntry entry) {
        Details d = entry.details();
        List<Map<String, Object>> all = new ArrayList<>();
        d.categories().forEach(c -> all.add(attribute(entry.id(), c, "homeward-needs")));
        all.add(attribute(entry.id(), d.isCommunity() ? COMMUNITY : SERVICE, KIND));
        return all;
    }

    private static Map<String, Object> attribute(String entry, String category, String taxonomy) {
        return Map.of(
                "id",
                uuid("attribute", entry + "/" + category),
                "link_entity",
                "service",
                "taxonomy_term",
                Map.of("id", uuid("term", category), "name", category, "taxonomy", taxonomy));
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
