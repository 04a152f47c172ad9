package uk.homeward.server.brokerage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.matching.Terms;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.matching.Replies;
import uk.homeward.server.response.Reply;
import uk.homeward.server.web.Fields;

/** What waits until somebody who may agree so much agrees it. Those who agree money see what and why, and no names. */
@Needs(Permission.APPROVE_CARE)
@Controller
class ApprovalsController {

    private static final int MOST = 200;

    private final PackageList list;
    private final PackageTelling telling;
    private final Terms terms;

    ApprovalsController(PackageList list, PackageTelling telling, Terms terms) {
        this.list = list;
        this.telling = telling;
        this.terms = terms;
    }

    @GetMapping("/approvals")
    String approvals(User user, Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        model.addAttribute("waiting", list.waiting(MOST));
        model.addAttribute("limit", terms.approval().getOrDefault(user.role().word(), 0.0));
        model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "brokerage/approvals";
    }

    @PostMapping("/approvals/{id}/{word}")
    String answer(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> sent,
            User user,
            RedirectAttributes flash) {
        Fields fields = new Fields(sent);
        if (List.of("approve", "not-approve").contains(word)) {
            flash.addFlashAttribute(
                    "reply",
                    switch (telling.tell(id, word, fields, user.actor(), null)) {
                        case PackageTelling.Faulty(var faults) -> Replies.faulty(word, faults, fields);
                        case PackageTelling.Told told -> Replies.of(told.entry(), word, fields, "Recorded.");
                    });
        }
        return "redirect:/approvals";
    }
}
