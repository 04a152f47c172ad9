package uk.homeward.server.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.response.Reply;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** Offers as a provider sees them: accept, decline with a reason, or ask once. */
@Needs(Permission.ANSWER_OFFERS)
@Controller
class OffersController {

    private final Offers offers;
    private final SearchTelling telling;
    private final Openings openings;
    private final PlaceTime time;
    private final ServerSettings settings;

    OffersController(Offers offers, SearchTelling telling, Openings openings, PlaceTime time, ServerSettings settings) {
        this.offers = offers;
        this.telling = telling;
        this.openings = openings;
        this.time = time;
        this.settings = settings;
    }

    @GetMapping("/offers")
    String offers(User user, Model model) {
        Instant now = time.instant();
        @Nullable Object reply = model.getAttribute("reply");
        model.addAttribute("waiting", offers.waiting(user.organisation(), now));
        model.addAttribute("past", offers.past(user.organisation(), now));
        model.addAttribute("title", openings.title(user.organisation()));
        model.addAttribute("provider", user.organisation());
        model.addAttribute("others", settings.isDemo() ? openings.all() : List.of());
        model.addAttribute("today", telling.today());
        model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "matching/offers";
    }

    @PostMapping("/offers/{search}/{word}")
    String answer(
            @PathVariable String search,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> sent,
            User user,
            RedirectAttributes flash) {
        Fields fields = new Fields(sent);
        String key = fields.text("key");
        requireOwn(search, word, fields, user);
        Reply reply = switch (telling.tell(search, word, fields, user.actor(), key.isEmpty() ? null : key)) {
            case SearchTelling.Faulty(var faults) -> Replies.faulty(word, faults, fields);
            case SearchTelling.Told told -> Replies.of(told.entry(), word, fields, done(word));
        };
        flash.addFlashAttribute("reply", reply);
        return "redirect:/offers";
    }

    /** Somebody else's offer is as if it were not there. */
    void requireOwn(String search, String word, Fields fields, User user) {
        if (!SearchReader.OF_PROVIDER.contains(word)
                || !offers.isOf(user.organisation(), search, fields.text("offer"))) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "there is no such offer to you. Maybe: the hub took it back");
        }
    }

    private static String done(String word) {
        return switch (word) {
            case "accept" ->
                "Thank you. The person's name and address stand below; the hub arranges the move with you.";
            case "decline" -> "Recorded. Your reason helps the place to see what it lacks.";
            default -> "Your question went to the hub. Your time begins again with the answer.";
        };
    }
}
