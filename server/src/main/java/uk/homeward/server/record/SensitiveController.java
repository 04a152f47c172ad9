package uk.homeward.server.record;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.MarkedItems;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.response.Problems;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/** What staff marked as sensitive in a record: by page and by script, for those who treat the person now. */
@Controller
@Needs(Permission.READ_SENSITIVE)
class SensitiveController {

    private final Sensitive sensitive;
    private final RecordDoor door;

    SensitiveController(Sensitive sensitive, RecordDoor door) {
        this.sensitive = sensitive;
        this.door = door;
    }

    @GetMapping("/people/{id}/sensitive")
    ModelAndView page(@PathVariable String id, @RequestParam(defaultValue = "") String item, User user) {
        return page(open(user, id), item, List.of());
    }

    @PostMapping("/people/{id}/sensitive")
    ModelAndView told(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent, User user) {
        Fields fields = new Fields(sent);
        Sensitive.View view = open(user, id);
        return switch (tell(user, view, fields, fields.text("do").equals("lift"))) {
            case Entry.Done done -> new ModelAndView("redirect:/people/" + id + "/sensitive");
            case Entry.Refused(String code, String why) ->
                page(view, fields.text("item"), List.of(new Fault(code.equals("no-reason") ? "reason" : "item", why)));
        };
    }

    @ResponseBody
    @GetMapping("/api/people/{id}/sensitive")
    List<MarkedItems.Mark> list(@PathVariable String id, User user) {
        return open(user, id).marked().stream().map(Sensitive.Marked::mark).toList();
    }

    @ResponseBody
    @PostMapping("/api/people/{id}/sensitive")
    ResponseEntity<Object> mark(@PathVariable String id, @RequestBody Map<String, Object> body, User user) {
        return tell(id, body, user, false);
    }

    @ResponseBody
    @PostMapping("/api/people/{id}/sensitive/lift")
    ResponseEntity<Object> lift(@PathVariable String id, @RequestBody Map<String, Object> body, User user) {
        return tell(id, body, user, true);
    }

    private ResponseEntity<Object> tell(String id, Map<String, Object> body, User user, boolean lift) {
        return switch (tell(user, open(user, id), Fields.ofJson(body), lift)) {
            case Entry.Done done -> ResponseEntity.ok(list(id, user));
            case Entry.Refused(String code, String why) -> Problems.refused(code, why);
        };
    }

    private Entry tell(User user, Sensitive.View view, Fields fields, boolean lift) {
        return lift
                ? sensitive.lift(user, view, fields.text("item"), fields.text("reason"))
                : sensitive.mark(user, view, fields.text("item"), fields.text("reason"));
    }

    private static ModelAndView page(Sensitive.View view, String item, List<Fault> faults) {
        ModelAndView page = new ModelAndView("record/sensitive")
                .addObject("view", view)
                .addObject("item", item)
                .addObject("faults", faults);
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** Opens the record for somebody who treats the person now; nobody else sees what is marked, or that it is. */
    private Sensitive.View open(User user, String id) {
        if (door.isOpen(user, id) && !door.opensSensitive(user, id)) {
            throw new NotPermitted(
                    "does-not-treat-now",
                    "Only those who treat the person now see what is marked as sensitive, mark it and lift marks. Ask"
                            + " the team that cares for them.");
        }
        return switch (door.open(user, id, "sensitive items", () -> sensitive.read(id))) {
            case RecordDoor.Open<Sensitive.View> open -> open.read();
            case RecordDoor.Closed<Sensitive.View> closed ->
                throw new NotPermitted(
                        closed.answer().code(), closed.answer().why() + " Open the record with a reason first.");
            case RecordDoor.Nobody<Sensitive.View> nobody ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no person (" + id + ")");
        };
    }
}
