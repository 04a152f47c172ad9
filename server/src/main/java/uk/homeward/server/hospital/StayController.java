package uk.homeward.server.hospital;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.response.Reply;
import uk.homeward.server.web.Fields;

/** The page of a stay: where it stands, what is due, and everything that was told of it; and its forms. */
@Controller
class StayController {

    private static final Pattern BACK = Pattern.compile("/(wards|hub)[A-Za-z0-9/?&=_-]*");

    private final StayPages pages;
    private final StayTelling telling;

    StayController(StayPages pages, StayTelling telling) {
        this.pages = pages;
        this.telling = telling;
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/stays/{ref}")
    String stay(@PathVariable String ref, User user, Model model) {
        return switch (pages.open(StayRef.decode(ref), user, "stay in hospital")) {
            case StayPages.Shown(StayPage page) -> {
                @Nullable Object reply = model.getAttribute("reply");
                model.addAttribute("stay", page);
                model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
                yield "hospital/stay";
            }
            case StayPages.ClosedTo(String person) -> "redirect:/people/" + person;
        };
    }

    @Needs(Permission.RECORD_CARE)
    @PostMapping("/stays/{ref}/{word}")
    String tell(
            @PathVariable String ref,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            User user,
            RedirectAttributes flash) {
        Fields fields = new Fields(form);
        String key = fields.text("key");
        StayOutcome outcome = telling.tell(StayRef.decode(ref), word, fields, user, key.isEmpty() ? null : key);
        flash.addFlashAttribute("reply", outcome.reply(word, fields));
        String back = fields.text("back");
        boolean goesBack =
                outcome instanceof StayOutcome.Done && BACK.matcher(back).matches();
        return "redirect:" + (goesBack ? back : "/stays/" + ref);
    }
}
