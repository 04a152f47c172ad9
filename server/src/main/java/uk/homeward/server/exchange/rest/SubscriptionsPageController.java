package uk.homeward.server.exchange.rest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** The page of subscriptions: who is told of what, what waits, and what nobody took. */
@Controller
@Needs(Permission.MEND_MESSAGES)
class SubscriptionsPageController {

    private static final String HOME = "/exchange/subscriptions";

    private final Outbox outbox;

    SubscriptionsPageController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping(HOME)
    String all(Model model) {
        model.addAttribute("subscribers", outbox.listStanding());
        return "exchange/subscriptions";
    }

    @PostMapping(HOME + "/{id}/replay")
    String replay(@PathVariable String id) {
        if (outbox.listStanding().stream().noneMatch(s -> s.id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such subscription");
        }
        outbox.replay(id);
        return "redirect:" + HOME;
    }
}
