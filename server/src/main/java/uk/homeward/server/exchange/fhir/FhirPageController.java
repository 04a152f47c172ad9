package uk.homeward.server.exchange.fhir;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.inbox.KeptMessage;

/** The page of this door: what came, what waits and why, and how to settle it. */
@Controller
@Needs(Permission.MEND_MESSAGES)
class FhirPageController {

    private static final String HOME = "/exchange/fhir";
    private static final int MOST = 100;
    private static final int LONGEST = 1_000_000;

    private final Queue queue;

    FhirPageController(Queue queue) {
        this.queue = queue;
    }

    @GetMapping(HOME)
    String all(Model model) {
        model.addAttribute("waiting", queue.listWaiting(MOST));
        model.addAttribute("waitingCount", queue.countWaiting());
        model.addAttribute("latest", queue.listLatest(MOST));
        return "exchange/fhir";
    }

    @GetMapping(HOME + "/messages/{number}")
    String one(@PathVariable long number, Model model) {
        return message(number, null, model);
    }

    @PostMapping(HOME + "/messages/{number}/replay")
    String replay(@PathVariable long number, Model model) {
        return settled(number, () -> queue.replay(number), model);
    }

    @PostMapping(HOME + "/messages/{number}/mend")
    String mend(User user, @PathVariable long number, @RequestParam String text, Model model) {
        return settled(number, () -> queue.mend(number, bounded(text), user.actor()), model);
    }

    @PostMapping(HOME + "/messages/{number}/set-aside")
    String setAside(User user, @PathVariable long number, @RequestParam String reason, Model model) {
        return settled(
                number,
                () -> {
                    queue.setAside(number, bounded(reason), user.actor());
                    return Optional.empty();
                },
                model);
    }

    private String settled(long number, Supplier<Optional<Refusal>> work, Model model) {
        known(number);
        try {
            Optional<Refusal> refusal = work.get();
            return refusal.isEmpty()
                    ? "redirect:" + HOME + "/messages/" + number
                    : message(number, refusal.get().words(), model);
        } catch (IllegalArgumentException e) {
            return message(number, e.getMessage(), model);
        }
    }

    private String message(long number, @Nullable String problem, Model model) {
        model.addAttribute("kept", known(number));
        model.addAttribute("text", queue.text(number));
        model.addAttribute("problem", problem == null ? "" : problem);
        return "exchange/fhirMessage";
    }

    private KeptMessage known(long number) {
        return queue.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no referral " + number));
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "The text is too long");
        }
        return text;
    }
}
