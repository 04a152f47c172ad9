package uk.homeward.server.brokerage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.matching.Replies;
import uk.homeward.server.response.Reply;
import uk.homeward.server.web.Fields;

/** Providers that fail, one page for each. */
@Needs(Permission.FIND_PLACES)
@Controller
class FailureController {

    private final Failures failures;
    private final Openings openings;

    FailureController(Failures failures, Openings openings) {
        this.failures = failures;
        this.openings = openings;
    }

    @GetMapping("/provider-failure")
    String list(User user, Model model) {
        model.addAttribute("failures", failures.list());
        model.addAttribute("providers", openings.all());
        model.addAttribute("reply", reply(model));
        return "brokerage/failures";
    }

    @PostMapping("/provider-failure")
    String fail(
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String reason,
            User user,
            RedirectAttributes flash) {
        Entry entry = provider.isBlank()
                ? new Entry.Refused("provider-missing", "Choose the provider.")
                : failures.fail(provider, reason, user.actor());
        flash.addFlashAttribute("reply", Replies.of(entry, "fail", Fields.NONE, "The plan's tasks have begun."));
        return "redirect:/provider-failure" + (entry instanceof Entry.Done ? "/" + provider : "");
    }

    @GetMapping("/provider-failure/{provider}")
    String page(@PathVariable String provider, User user, Model model) {
        model.addAttribute(
                "failing",
                failures.find(provider)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "this provider (" + provider + ") has not failed")));
        model.addAttribute("reply", reply(model));
        return "brokerage/failure";
    }

    @PostMapping("/provider-failure/{provider}/{word}")
    String tell(
            @PathVariable String provider,
            @PathVariable String word,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String note,
            User user,
            RedirectAttributes flash) {
        if (List.of("done", "over").contains(word)) {
            Entry entry = word.equals("done")
                    ? failures.done(provider, task, note, user.actor())
                    : failures.over(provider, note, user.actor());
            flash.addFlashAttribute("reply", Replies.of(entry, word, Fields.NONE, "Recorded."));
        }
        return "redirect:/provider-failure/" + provider;
    }

    private static Reply reply(Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        return reply instanceof Reply given ? given : Reply.NONE;
    }
}
