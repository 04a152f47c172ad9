package uk.homeward.server.athome;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.response.JourneyPages;
import uk.homeward.server.response.Reply;

/** The one plan of a journey: goals, actions, visits, outcomes, and the one to ring. Its forms tell the journey itself. */
@Controller
@Needs(Permission.READ_BOARDS)
class PlanController {

    private final JourneyPages pages;

    PlanController(JourneyPages pages) {
        this.pages = pages;
    }

    @GetMapping("/journeys/{id}/plan")
    ModelAndView plan(@PathVariable String id, User user, Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        return new ModelAndView("athome/plan")
                .addObject("view", pages.open(id, user, "plan"))
                .addObject("reply", reply instanceof Reply given ? given : Reply.NONE);
    }
}
