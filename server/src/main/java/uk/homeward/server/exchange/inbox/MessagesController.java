package uk.homeward.server.exchange.inbox;

import java.util.Optional;
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

/** The page of this door: who sends what, what waits and why, and a place to try a message. */
@Controller
@Needs(Permission.MEND_MESSAGES)
class MessagesController {

    static final String SAMPLE = """
            MSH|^~\\&|PAS|RRK|HOMEWARD||20261123093000||ADT^A04^ADT_A01|1|P|2.4
            EVN|A04|20261123093000
            PID|1||L100^^^RRK^PI~9434765919^^^NHS^NH||Osei^Ama^^^Mrs^^L||19400502|F|||1 High Street^^Birmingham^^B13 0HN^^H
            PV1|1|E|QEED^^^QEHB||||||||||||||||V100
            PV2|||^Fall at home
            """;

    private static final String HOME = "/exchange/hl7";
    private static final int MOST = 100;
    private static final int LONGEST = 100_000;

    private final MessagesDesk desk;
    private final Mending mending;
    private final Hl7Listener listener;

    MessagesController(MessagesDesk desk, Mending mending, Hl7Listener listener) {
        this.desk = desk;
        this.mending = mending;
        this.listener = listener;
    }

    @GetMapping(HOME)
    String all(@RequestParam(required = false) @Nullable String sender, Model model) {
        return page(model, sender, SAMPLE, null);
    }

    /** Reads a message and shows what was understood; nothing is kept or applied. */
    @PostMapping(HOME + "/try")
    String tryMessage(@RequestParam String message, Model model) {
        String text = bounded(message);
        return page(model, null, text, desk.tried(text));
    }

    @GetMapping(HOME + "/messages/{number}")
    String one(User user, @PathVariable long number, Model model) {
        return message(user, number, null, model);
    }

    @PostMapping(HOME + "/messages/{number}/replay")
    String replay(User user, @PathVariable long number, Model model) {
        return settled(user, number, () -> mending.replay(number, user.actor()), model);
    }

    @PostMapping(HOME + "/messages/{number}/mend")
    String mend(User user, @PathVariable long number, @RequestParam String text, Model model) {
        return settled(user, number, () -> mending.mend(number, bounded(text), user.actor()), model);
    }

    @PostMapping(HOME + "/messages/{number}/set-aside")
    String setAside(User user, @PathVariable long number, @RequestParam String reason, Model model) {
        return settled(
                user,
                number,
                () -> {
                    mending.setAside(number, bounded(reason), user.actor());
                    return Optional.empty();
                },
                model);
    }

    /** Something that settles a message, or says why not. */
    private interface Settling {
        Optional<Refusal> settle();
    }

    private String settled(User user, long number, Settling work, Model model) {
        known(number);
        try {
            Optional<Refusal> refusal = work.settle();
            return refusal.isEmpty()
                    ? "redirect:" + HOME + "/messages/" + number
                    : message(user, number, refusal.get().words(), model);
        } catch (IllegalArgumentException e) {
            return message(user, number, e.getMessage(), model);
        }
    }

    private String page(Model model, @Nullable String sender, String text, @Nullable ReadBack tried) {
        model.addAttribute("port", listener.port());
        model.addAttribute("connections", listener.connections());
        model.addAttribute("senders", desk.senders());
        model.addAttribute("sender", sender == null ? "" : sender);
        model.addAttribute("waiting", mending.listWaiting(MOST));
        model.addAttribute("waitingCount", mending.countWaiting());
        model.addAttribute("latest", mending.listLatest(sender, MOST));
        model.addAttribute("text", text);
        model.addAttribute("tried", tried);
        return "exchange/hl7";
    }

    private String message(User user, long number, @Nullable String problem, Model model) {
        KeptMessage kept = known(number);
        model.addAttribute("kept", kept);
        model.addAttribute("read", desk.opened(number, user).orElseThrow());
        model.addAttribute("text", mending.text(number));
        model.addAttribute("problem", problem == null ? "" : problem);
        return "exchange/hl7Message";
    }

    private KeptMessage known(long number) {
        return mending.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no message " + number));
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "The text is too long");
        }
        return text;
    }
}
