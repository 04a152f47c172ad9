package uk.homeward.server.capacity;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Times;

/** The forms with which a place is held, confirmed and given back, on the page of its unit. */
@Needs(Permission.PLAN)
@Controller
class HoldController {

    private final HoldTelling telling;
    private final Holds holds;
    private final CapacityBoard board;
    private final Place place;
    private final PlaceTime time;

    HoldController(HoldTelling telling, Holds holds, CapacityBoard board, Place place, PlaceTime time) {
        this.telling = telling;
        this.holds = holds;
        this.board = board;
        this.place = place;
        this.time = time;
    }

    @PostMapping("/holds")
    String place(@RequestParam MultiValueMap<String, String> form, User user, RedirectAttributes flash) {
        Fields fields = new Fields(form);
        flash.addFlashAttribute(
                "reply", reply(telling.place(fields, user, fields.has("key") ? fields.text("key") : null)));
        String pool = fields.text("pool");
        String unit = fields.text("unit");
        return pool.matches("[a-z0-9-]+") && unit.matches("[A-Za-z0-9-]+")
                ? "redirect:/capacity/" + pool + "/" + unit
                : "redirect:/capacity";
    }

    @PostMapping("/holds/{hold}/{word}")
    String tell(
            @PathVariable String hold,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            User user,
            RedirectAttributes flash) {
        flash.addFlashAttribute("reply", reply(telling.tell(hold, word, new Fields(form), user, null)));
        return holds.find(hold)
                .map(h -> "redirect:/capacity/" + h.asked().pool() + "/"
                        + h.asked().unit())
                .orElse("redirect:/capacity");
    }

    private UnitReply reply(HoldTelling.Told told) {
        Instant now = time.instant();
        return switch (told) {
            case HoldTelling.Said(HoldTold said) ->
                UnitReply.of(said, new CapacityWords(board, new Times(place.zone(), now), now));
            case HoldTelling.Faulty faulty -> new UnitReply("", faulty.faults());
        };
    }
}
