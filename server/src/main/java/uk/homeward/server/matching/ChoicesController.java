package uk.homeward.server.matching;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.matching.Search;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Open;
import uk.homeward.server.response.Reply;
import uk.homeward.server.web.Fields;

/** The page on which a person and their family see the choices in plain words, and choose; its link expires. */
@Open("A person and their family choose a place under a link that expires, without an account")
@Controller
class ChoicesController {

    private final SearchLinks links;
    private final SearchTelling telling;
    private final SearchPages pages;
    private final Terms terms;
    private final Place place;

    ChoicesController(SearchLinks links, SearchTelling telling, SearchPages pages, Terms terms, Place place) {
        this.links = links;
        this.telling = telling;
        this.pages = pages;
        this.terms = terms;
        this.place = place;
    }

    @GetMapping("/choices/{token}")
    ModelAndView choices(@PathVariable String token, Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        return links.find(token)
                .map(link ->
                        page(token, link.search(), link.expiresAt(), reply instanceof Reply given ? given : Reply.NONE))
                .orElseGet(ChoicesController::gone);
    }

    @PostMapping("/choices/{token}")
    ModelAndView choose(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        Optional<SearchLinks.Link> link = links.find(token);
        if (link.isEmpty()) {
            return gone();
        }
        Fields fields = new Fields(sent);
        String search = link.get().search();
        boolean family = fields.text("chooser").equals("FAMILY");
        Actor by = new Actor(
                "link:" + search,
                family ? "Family, by their link" : "The person, by their link",
                "person",
                place.id().value());
        Reply reply = switch (telling.tell(search, "choose", fields, by, null)) {
            case SearchTelling.Faulty(var faults) -> Replies.faulty("choose", faults, fields);
            case SearchTelling.Told told -> Replies.of(told.entry(), "choose", fields, "Thank you. We ask them now.");
        };
        flash.addFlashAttribute("reply", reply);
        return new ModelAndView("redirect:/choices/" + token);
    }

    private ModelAndView page(String token, String id, Instant expiresAt, Reply reply) {
        Search search = telling.get(id);
        return new ModelAndView("matching/choices")
                .addObject("search", pages.page(search))
                .addObject("terms", terms)
                .addObject("token", token)
                .addObject("expiresAt", expiresAt)
                .addObject("reply", reply);
    }

    private static ModelAndView gone() {
        ModelAndView gone = new ModelAndView("matching/gone");
        gone.setStatus(HttpStatus.NOT_FOUND);
        return gone;
    }
}
