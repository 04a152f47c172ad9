package uk.homeward.server.trust;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Who may come in: a privacy officer keeps somebody of their organisation out, at once, and lets them in again. */
@Controller
@Needs(Permission.REVIEW_ACCESS)
class AccountController {

    private final Accounts accounts;
    private final Place place;
    private final PlaceTime time;

    AccountController(Accounts accounts, Place place, PlaceTime time) {
        this.accounts = accounts;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/accounts")
    ModelAndView accounts(User user) {
        return page(user, "", List.of());
    }

    @PostMapping("/accounts")
    ModelAndView change(@RequestParam MultiValueMap<String, String> filled, User user) {
        Form form = new Form(new Fields(filled), place.zone(), time.instant());
        String who = form.need("user", "Choose whose access changes");
        String reason = form.may("reason");
        if (!form.faults().isEmpty()) {
            return page(user, who, form.faults());
        }
        Entry entry = form.may("what").equals("give-back")
                ? accounts.giveBack(user, who, reason)
                : accounts.withdraw(user, who, reason);
        return switch (entry) {
            case Entry.Done done -> new ModelAndView("redirect:/accounts");
            case Entry.Refused(String code, String why) -> page(user, who, List.of(new Fault("reason", why)));
        };
    }

    private ModelAndView page(User user, String at, List<Fault> faults) {
        return TrustController.faulty(
                new ModelAndView("trust/accounts")
                        .addObject("accounts", accounts.list(user))
                        .addObject("at", at)
                        .addObject("faults", faults),
                faults);
    }
}
