package uk.homeward.server.response;

import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.web.Fields;

/**
 * Takes the forms of all pages that tell a journey something. Afterwards the browser goes on to the page that the form
 * names: {@code then} where it was done, {@code back} where it has to be looked at again.
 */
@Needs(Permission.ACT_ON_JOURNEY)
@Controller
class CommandController {

    private static final Pattern LOCAL = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/_.~?&=%+-]*(#[A-Za-z0-9-]*)?");

    private final Telling telling;

    CommandController(Telling telling) {
        this.telling = telling;
    }

    @PostMapping("/journeys/{id}/{word}")
    String tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> form,
            User user,
            RedirectAttributes flash) {
        Fields fields = new Fields(form);
        String key = fields.text("key");
        Outcome outcome = telling.tell(id, word, fields, user, key.isEmpty() ? null : key);
        flash.addFlashAttribute("reply", Reply.of(word, outcome, fields));
        String page = "/journeys/" + id;
        String back = local(fields.text("back"), page);
        String then = outcome instanceof Outcome.Done ? local(fields.text("then"), back) : back;
        return "redirect:" + then;
    }

    /** Only pages of this server are gone to. */
    private static String local(String path, String otherwise) {
        return LOCAL.matcher(path).matches() ? path : otherwise;
    }
}
