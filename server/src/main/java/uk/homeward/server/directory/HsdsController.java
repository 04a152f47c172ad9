package uk.homeward.server.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Open;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;

/** The public directory by the API of Open Referral UK 3.0, and the import of such data. */
@RestController
class HsdsController {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 50;
    private static final String WHY_OPEN = "the public's directory holds no personal data";

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Hsds hsds;
    private final HsdsReader reader;

    HsdsController(Directory directory, DirectoryDesk desk, Place place) {
        this.directory = directory;
        this.desk = desk;
        this.hsds = new Hsds(directory);
        this.reader = new HsdsReader(place);
    }

    @Open(WHY_OPEN)
    @GetMapping("/api/hsds")
    Map<String, Object> api() {
        return Hsds.API;
    }

    @Open(WHY_OPEN)
    @GetMapping("/api/hsds/services")
    Map<String, Object> services(
            @RequestParam Map<String, String> asked,
            @RequestParam(name = "page", defaultValue = "1") String page,
            @RequestParam(name = "per_page", defaultValue = "50") String size) {
        Wanted wanted = Wanted.of(
                Map.of("q", asked.getOrDefault("search", ""), "postcode", asked.getOrDefault("postcode", "")));
        return Hsds.page(
                directory.search(wanted, true).stream()
                        .map(f -> hsds.brief(f.entry()))
                        .toList(),
                number(page, 1),
                Math.min(500, number(size, PAGE)));
    }

    private static int number(String text, int otherwise) {
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : otherwise;
    }

    @Open(WHY_OPEN)
    @GetMapping("/api/hsds/services/{id}")
    Map<String, Object> service(@PathVariable String id) {
        return directory.listPublic().stream()
                .filter(e -> Hsds.uuid("service", e.id()).equals(id) || e.id().equals(id))
                .findFirst()
                .map(hsds::full)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such service (" + id + ")"));
    }

    @Open(WHY_OPEN)
    @GetMapping("/api/hsds/organizations")
    Map<String, Object> organisations(@RequestParam(name = "page", defaultValue = "1") String page) {
        Map<Object, Map<String, Object>> all = new LinkedHashMap<>();
        directory.listPublic().forEach(e -> {
            Map<String, Object> organisation = Hsds.organisation(e.details());
            all.put(organisation.get("id"), organisation);
        });
        return Hsds.page(new ArrayList<>(all.values()), number(page, 1), PAGE);
    }

    /** The whole public directory, each service with all that hangs on it: one file to hand on. */
    @Open(WHY_OPEN)
    @GetMapping("/api/hsds/export")
    List<Map<String, Object>> export() {
        return directory.listPublic().stream().map(hsds::full).toList();
    }

    /** What became of one service of an import. */
    record Receipt(String id, String name, String state, String code, String why) {}

    /** Takes services row by row: what cannot stand is refused with what to do, the others are taken. */
    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/api/import/services")
    ResponseEntity<Object> take(@RequestBody String body, User user) {
        JsonNode document;
        try {
            document = JSON.readTree(body);
        } catch (JacksonException e) {
            return ResponseEntity.badRequest()
                    .body(List.of(new Receipt(
                            "", "", "REFUSED", "not-json", "This is no JSON. Send what the directory's API answers.")));
        }
        List<JsonNode> services = HsdsReader.services(document);
        if (services.isEmpty()) {
            return ResponseEntity.badRequest()
                    .body(List.of(new Receipt(
                            "", "", "REFUSED", "no-services", "No services were found. Send one, a list, or a page.")));
        }
        return ResponseEntity.ok(services.stream().map(s -> take(s, user)).toList());
    }

    private Receipt take(JsonNode service, User user) {
        String id = service.path("id").asString("");
        String name = service.path("name").asString("");
        if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
            return new Receipt(id, name, "REFUSED", "no-id", "The service has no id. Give it one that stays the same.");
        }
        return switch (desk.describe("ork-" + id, reader.read(service, "Open Referral UK import"), user.actor())) {
            case Entry.Done done ->
                new Receipt("ork-" + id, name, done.happened().isEmpty() ? "UNCHANGED" : "TAKEN", "", "");
            case Entry.Refused(String code, String why) -> new Receipt("", name, "REFUSED", code, why);
        };
    }
}
