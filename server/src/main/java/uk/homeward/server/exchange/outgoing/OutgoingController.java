package uk.homeward.server.exchange.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.time.PlaceTime;

/** The page of what goes out: to whom, how much waits and since when, what nobody took, and how to settle it. */
@Controller
@Needs(Permission.MEND_MESSAGES)
class OutgoingController {

    private static final String HOME = "/exchange/outgoing";
    private static final int MOST = 100;
    private static final int LONGEST_WORDS = 200;

    private final Subscribers subscribers;
    private final Outbox outbox;
    private final Looks looks;
    private final TransactionTemplate transaction;
    private final PlaceTime time;

    OutgoingController(
            Subscribers subscribers, Outbox outbox, Looks looks, TransactionTemplate transaction, PlaceTime time) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.looks = looks;
        this.transaction = transaction;
        this.time = time;
    }

    @GetMapping(HOME)
    String all(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String find, Model model) {
        Map<String, Outbox.Counts> counts = outbox.counts();
        List<ReceiverLine> receivers = subscribers.list().stream()
                .map(s -> ReceiverLine.of(s, counts.getOrDefault(s.id(), Outbox.Counts.NONE), time.instant()))
                .toList();
        String words = find.length() > LONGEST_WORDS ? find.substring(0, LONGEST_WORDS) : find.strip();
        model.addAttribute("receivers", receivers);
        model.addAttribute("to", to);
        model.addAttribute("find", words);
        model.addAttribute("forSomebody", outbox.listForSomebody(MOST));
        model.addAttribute("latest", outbox.listLatest(to, words, MOST));
        return "exchange/outgoing";
    }

    @GetMapping(HOME + "/{number}")
    String one(User user, @PathVariable long number, Model model) {
        return letter(user, number, "", model);
    }

    @PostMapping(HOME + "/{number}/replay")
    String replay(User user, @PathVariable long number, Model model) {
        known(number);
        return outbox.replay(number, time.instant())
                ? "redirect:" + HOME + "/" + number
                : letter(user, number, "It does not wait for anybody any more. Maybe: somebody was faster", model);
    }

    @PostMapping(HOME + "/receivers/{id}/replay")
    String replayAll(@PathVariable String id) {
        if (subscribers.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such receiver");
        }
        outbox.replayAll(id, time.instant());
        return "redirect:" + HOME;
    }

    @PostMapping(HOME + "/{number}/set-aside")
    String setAside(User user, @PathVariable long number, @RequestParam String reason, Model model) {
        known(number);
        if (reason.isBlank()) {
            return letter(user, number, "A reason is needed. Maybe: 'told by telephone'", model);
        }
        String why = reason.length() > LONGEST_WORDS ? reason.substring(0, LONGEST_WORDS) : reason.strip();
        return outbox.setAside(number, why + " (" + user.name() + ")", time.instant())
                ? "redirect:" + HOME + "/" + number
                : letter(user, number, "It does not wait for anybody any more. Maybe: somebody was faster", model);
    }

    /** The message as it is sent; that somebody looked at it is kept for the person. */
    private String letter(User user, long number, String problem, Model model) {
        Letter letter = known(number);
        String person = letter.about().substring(letter.about().lastIndexOf(' ') + 1);
        transaction.executeWithoutResult(status -> looks.keep(user, person, "outgoing message " + number, ""));
        model.addAttribute("letter", letter);
        model.addAttribute(
                "receiver",
                subscribers.find(letter.subscriber()).map(Subscriber::name).orElse(letter.subscriber()));
        model.addAttribute("text", readable(letter.kind(), outbox.content(number)));
        model.addAttribute("problem", problem);
        return "exchange/outgoingLetter";
    }

    private static String readable(Kind kind, byte[] content) {
        return kind.isFhir()
                ? Json.MAPPER.readTree(content).toPrettyString()
                : new String(content, StandardCharsets.UTF_8)
                        .replace('\r', '\n')
                        .strip();
    }

    private Letter known(long number) {
        return outbox.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no message " + number));
    }
}
