package uk.homeward.server.brokerage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.packages.CarePackage;
import uk.homeward.journey.packages.Costs;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.matching.Replies;
import uk.homeward.server.response.Problems;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/** The same packages for scripts. */
@RestController
@RequestMapping("/api/packages")
@Needs(Permission.FIND_PLACES)
class PackagesApi {

    private static final int MOST = 500;

    private final PackageList list;
    private final PackageTelling telling;
    private final RecordDoor door;
    private final Terms terms;

    PackagesApi(PackageList list, PackageTelling telling, RecordDoor door, Terms terms) {
        this.list = list;
        this.telling = telling;
        this.door = door;
        this.terms = terms;
    }

    @GetMapping
    List<PackageList.Line> all(User user) {
        return list.all("", MOST);
    }

    /** Opens a person's package, or answers the one that they have. */
    @PostMapping
    ResponseEntity<Object> open(@RequestBody(required = false) @Nullable Map<String, Object> body, User user) {
        Fields fields = Fields.ofJson(body == null ? Map.of() : body);
        String person = fields.text("person");
        return switch (door.open(user, person, "package of care, by a script", () -> person)) {
            case RecordDoor.Open<String> open ->
                ResponseEntity.ok(Map.of("package", telling.open(person, fields.text("search"), user.actor())));
            case RecordDoor.Closed<String> closed -> throw closed();
            case RecordDoor.Nobody<String> nobody ->
                Problems.faulty(List.of(new Fault("person", "There is no such person (" + person + ").")));
        };
    }

    @GetMapping("/{id}")
    Map<String, Object> one(@PathVariable String id, User user) {
        CarePackage found = telling.get(id);
        return switch (door.open(user, found.person(), "package of care, by a script", () -> view(found))) {
            case RecordDoor.Open<Map<String, Object>>(Map<String, Object> view, String why) -> view;
            case RecordDoor.Closed<Map<String, Object>> closed -> throw closed();
            case RecordDoor.Nobody<Map<String, Object>> nobody -> throw closed();
        };
    }

    @PostMapping("/{id}/{word}")
    ResponseEntity<Object> tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        if (!door.isOpen(user, telling.get(id).person())) {
            throw closed();
        }
        return switch (telling.tell(id, word, Fields.ofJson(body == null ? Map.of() : body), user.actor(), key)) {
            case PackageTelling.Faulty(var faults) -> Problems.faulty(faults);
            case PackageTelling.Told told -> Replies.script(told.entry(), Map.of("package", id));
        };
    }

    private Map<String, Object> view(CarePackage found) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("package", found.id());
        view.put("version", found.version());
        view.put("person", found.person());
        view.put("elements", found.elements());
        view.put("weekly", found.weekly());
        view.put("costToday", Costs.on(found, telling.today(), terms));
        view.put("nextReview", found.nextReview().orElse(null));
        view.put("budget", found.budget().orElse(null));
        view.put("continuingCare", found.continuingCare().orElse(null));
        return view;
    }

    private static NotPermitted closed() {
        return new NotPermitted(
                "record-closed", "This person's record is closed to you. Ask the hub, or give a reason on a page.");
    }
}
