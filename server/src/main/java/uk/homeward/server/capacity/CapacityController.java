package uk.homeward.server.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Times;

/** The capacity board, the page of a unit, and the page on which units keep their figures fresh. */
@Controller
class CapacityController {

    private final CapacityBoard board;
    private final UnitPages pages;
    private final UnitTelling telling;
    private final MyUnits mine;
    private final Place place;
    private final PlaceTime time;

    CapacityController(
            CapacityBoard board, UnitPages pages, UnitTelling telling, MyUnits mine, Place place, PlaceTime time) {
        this.board = board;
        this.pages = pages;
        this.telling = telling;
        this.mine = mine;
        this.place = place;
        this.time = time;
    }

    private CapacityWords words() {
        Instant now = time.instant();
        return new CapacityWords(board, new Times(place.zone(), now), now);
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/capacity")
    ModelAndView board(@RequestParam Map<String, String> query, User user) {
        BoardAsked asked = BoardAsked.of(query);
        return new ModelAndView("capacity/board")
                .addObject("view", board.view(asked, user))
                .addObject("asked", asked)
                .addObject("words", words())
                .addObject("localities", place.localities().list());
    }

    /** The same units for a spreadsheet. */
    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/capacity.csv")
    ResponseEntity<String> file(@RequestParam Map<String, String> query, User user) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("capacity.csv")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(CapacitySheet.of(board.all(BoardAsked.of(query), user), time.instant()));
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/capacity/{pool}/{unit}")
    ModelAndView unit(@PathVariable String pool, @PathVariable String unit, User user, Model model) {
        return new ModelAndView("capacity/unit")
                .addObject("unit", pages.page(pool, unit, user))
                .addObject("words", words())
                .addObject("localities", place.localities().list())
                .addObject("skills", place.features().stream().sorted().toList())
                .addObject("reply", model.getAttribute("reply") instanceof UnitReply r ? r : UnitReply.NONE);
    }

    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/capacity/{pool}/{unit}/{word}")
    String tell(
            @PathVariable String pool,
            @PathVariable String unit,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            User user,
            RedirectAttributes flash) {
        Fields fields = new Fields(form);
        UnitTold told = telling.tell(pool, unit, word, fields, user, key(fields));
        flash.addFlashAttribute("reply", UnitReply.of(told, words()));
        return fields.text("back").equals("mine") ? "redirect:/my-units" : "redirect:/capacity/" + pool + "/" + unit;
    }

    private static @Nullable String key(Fields fields) {
        return fields.has("key") ? fields.text("key") : null;
    }

    /** The page for a phone: every unit of one's organisation, big buttons, one tap for "nothing changed". */
    @Needs(Permission.MANAGE_CAPACITY)
    @GetMapping("/my-units")
    ModelAndView mine(@RequestParam(name = "q", defaultValue = "") String words, User user, Model model) {
        List<UnitLine> units = mine.of(user, words);
        return new ModelAndView("capacity/mine")
                .addObject("units", units.subList(0, Math.min(MyUnits.MOST, units.size())))
                .addObject("found", units.size())
                .addObject("asked", words)
                .addObject("words", words())
                .addObject("reply", model.getAttribute("reply") instanceof UnitReply r ? r : UnitReply.NONE);
    }

    /** Nothing changed in any of one's units. */
    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/my-units/confirm")
    String confirm(User user, RedirectAttributes flash) {
        int confirmed = mine.confirm(user);
        flash.addFlashAttribute(
                "reply",
                new UnitReply(
                        confirmed == 0
                                ? "None of the place's units belongs to your organisation."
                                : "Confirmed: nothing changed in " + confirmed
                                        + (confirmed == 1 ? " unit." : " units."),
                        List.of()));
        return "redirect:/my-units";
    }
}
