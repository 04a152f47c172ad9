package uk.homeward.server.response;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** The page of a journey: where it stands, what can be done next, and everything that happened. */
@Needs(Permission.READ_PERSON)
@Controller
class JourneyController {

    private final JourneyPages pages;
    private final Stops stops;

    JourneyController(JourneyPages pages, Stops stops) {
        this.pages = pages;
        this.stops = stops;
    }

    @GetMapping("/journeys/{id}")
    ModelAndView journey(@PathVariable String id, User user, Model model) {
        return new ModelAndView("response/journey")
                .addObject("view", pages.open(id, user, "journey"))
                .addObject("reply", reply(model))
                .addObject("stops", stops);
    }

    private static Reply reply(Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        return reply instanceof Reply given ? given : Reply.NONE;
    }
}
