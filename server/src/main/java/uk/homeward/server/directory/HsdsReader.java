package uk.homeward.server.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.place.Place;

/** Reads services from JSON of Open Referral UK: one service, a list of them, or a page of a list. */
final class HsdsReader {

    private final Set<String> outwards;
    private final Map<String, String> localities;
    private final Map<String, String> sites;

    /** Knows the postcodes, localities and sites of a place. */
    HsdsReader(Place place) {
        this.outwards = place.postalAreas().stream().map(a -> a.outward()).collect(Collectors.toSet());
        this.localities = place.localities().stream().collect(Collectors.toMap(l -> l.title(), l -> l.id().value()));
        this.sites = place.sites().stream()
                .collect(Collectors.toMap(s -> Hsds.locationId(s.id().value()), s -> s.id().value()));
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
        HsdsSchedules.Read hours = HsdsSchedules.read(service.path("schedules"));
        String[] eligible = text(service, "eligibility_description").split(Pattern.quote(Hsds.NOT_FOR), 2);
        String title = text(service, "name");
        String organisation = text(service.path("organization"), "name");
        JsonNode location = service.path("service_at_locations").path(0).path("location");
        return new Details(
                title,
                organisation.equals(title) ? "" : organisation,
                text(service, "description"),
                eligible[0],
                eligible.length > 1 ? eligible[1] : "",
                terms(service, false),
                phone(service),
                email(service),
                web(service),
                outward(location),
                sites.getOrDefault(text(location, "id"), ""),
                areas(service),
                service.path("minimum_age").asInt(0),
                hours.words(),
                hours.opens(),
                text(service, "wait_time"),
                true,
                !terms(service, true).contains(Hsds.SERVICE),
                source);
    }

    /** What the service's attributes name: whether it is a community asset, or else what it helps with. */
    private static List<String> terms(JsonNode service, boolean ofKind) {
        return service.path("attributes")
                .valueStream()
                .map(a -> a.path("taxonomy_term"))
                .filter(term -> text(term, "taxonomy").equals(Hsds.KIND) == ofKind)
                .map(term -> text(term, "name"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The localities that are named; none where the whole place is, or somewhere that we do not know. */
    private List<String> areas(JsonNode service) {
        return service.path("service_areas")
                .valueStream()
                .map(a -> localities.getOrDefault(text(a, "name"), ""))
                .filter(id -> !id.isEmpty())
                .toList();
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

    private String outward(JsonNode location) {
        String postcode = text(location.path("addresses").path(0), "postal_code");
        String outward = Wanted.of(Map.of("postcode", postcode)).outward();
        return outwards.contains(outward) ? outward : "";
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }
}
