package uk.homeward.server.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.web.Fields;

/** The winter plan as a page: every action, who does it, what sets it off, and where it stands. */
@Controller
@Needs(Permission.READ_PROGRAMMES)
class WinterController {

    private final WinterPlan plan;
    private final ChangeBook book;
    private final Place place;

    WinterController(WinterPlan plan, ChangeBook book, Place place) {
        this.plan = plan;
        this.book = book;
        this.place = place;
    }

    @GetMapping("/winter-plan")
    ModelAndView plan(@RequestParam(name = "as-of", defaultValue = "") String asOf, User user) {
        return page(book.asOf(asOf), user, Reply.NONE);
    }

    private ModelAndView page(AsOf asOf, User user, Reply reply) {
        return new ModelAndView("programme/winter")
                .addObject("asOf", asOf)
                .addObject("lines", plan.lines(asOf))
                .addObject("organisations", place.organisations().list())
                .addObject("may", user.may(Permission.EDIT_PROGRAMMES) && !asOf.isPast())
                .addObject("reply", reply);
    }

    @PostMapping("/winter-plan/{action}/{command}")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView tell(
            @PathVariable String action,
            @PathVariable String command,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String organisation,
            User user,
            HttpServletResponse response) {
        Optional<String> no = switch (command) {
            case "start" ->
                words.isBlank() ? Optional.of("Say what set it off.") : plan.start(action, words.strip(), user.actor());
            case "receive" -> plan.receive(action, organisation, user.actor());
            case "stop" -> plan.stop(action, words.strip(), user.actor());
            default ->
                throw new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no command (" + command + "). Maybe: start, receive or stop");
        };
        if (no.isEmpty()) {
            return new ModelAndView("redirect:/winter-plan?done=" + command);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(AsOf.today(book.today()), user, Reply.refused(command, no.get(), Fields.NONE));
    }
}
