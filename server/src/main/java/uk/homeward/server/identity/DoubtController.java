package uk.homeward.server.identity;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.web.Fault;

/** The work queue of records that may be of one person: side by side, with the answer same, not the same, or later. */
@Controller
@Needs(Permission.JOIN_RECORDS)
class DoubtController {

    private static final String LOOKED = "who they are, to compare two records";

    private final DoubtQueue queue;
    private final Pairs pairs;
    private final Doubts doubts;
    private final PersonMatching matching;
    private final PersonCards cards;
    private final Looks looks;

    DoubtController(
            DoubtQueue queue, Pairs pairs, Doubts doubts, PersonMatching matching, PersonCards cards, Looks looks) {
        this.queue = queue;
        this.pairs = pairs;
        this.doubts = doubts;
        this.matching = matching;
        this.cards = cards;
        this.looks = looks;
    }

    @GetMapping("/people/doubts")
    ModelAndView list(@RequestParam(defaultValue = "") String q, User user) {
        return new ModelAndView("identity/doubts")
                .addObject("q", q)
                .addObject("waiting", queue.waiting(q))
                .addObject("settled", queue.settled(q))
                .addObject("most", DoubtQueue.MOST);
    }

    @GetMapping("/people/doubts/pair")
    ModelAndView pair(@RequestParam String one, @RequestParam String other, User user) {
        return page(one, other, user, List.of());
    }

    @PostMapping("/people/doubts/pair")
    ModelAndView answer(
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String stands,
            @RequestParam(defaultValue = "") String reason,
            User user) {
        Pair pair = get(one, other);
        String other2 = stands.equals(other) ? one : other;
        String standing = stands.equals(other) ? other : one;
        String why = reason.strip();
        Entry entry = switch (answer) {
            case "same" -> doubts.join(standing, other2, why, user.actor());
            case "different" -> doubts.sayDifferent(one, other, why, user.actor());
            case "later" -> doubts.putOff(one, other, why, user.actor());
            case "part" -> doubts.part(pair.standing().id(), pair.gaveWay().id(), why, user.actor());
            default ->
                throw new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "there is no answer (" + answer + "). Maybe: same, different, later or part");
        };
        return switch (entry) {
            case Entry.Done done ->
                new ModelAndView(
                        answer.equals("same") || answer.equals("part")
                                ? "redirect:/people/doubts/pair?one=" + one + "&other=" + other
                                : "redirect:/people/doubts");
            case Entry.Refused(String code, String words) ->
                page(one, other, user, List.of(new Fault("reason", words)));
        };
    }

    /** Other records that may be of this person, to be compared with theirs. */
    @GetMapping("/people/{id}/alike")
    ModelAndView alike(@PathVariable String id, User user) {
        PersonCard card = cards.find(id).orElseThrow(() -> nobody(id));
        looks.keep(user, id, LOOKED, "");
        return new ModelAndView("identity/alike")
                .addObject("person", card)
                .addObject("joined", queue.joinedTo(id))
                .addObject(
                        "alike",
                        matching.others(id, Pairs.traits(card)).stream()
                                .flatMap(l -> cards.find(l.id()).map(c -> new Alike(c, l)).stream())
                                .toList());
    }

    private ModelAndView page(String one, String other, User user, List<Fault> faults) {
        Pair pair = get(one, other);
        looks.keep(user, one, LOOKED, "");
        looks.keep(user, other, LOOKED, "");
        ModelAndView page =
                new ModelAndView("identity/pair").addObject("pair", pair).addObject("faults", faults);
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Pair get(String one, String other) {
        if (one.equals(other)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "this is one record (" + one + "). Maybe: choose another one to compare it with");
        }
        return pairs.find(one, other).orElseThrow(() -> nobody(one + ", " + other));
    }

    private static ResponseStatusException nobody(String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "there is no person (" + id + "). Maybe: search by NHS number or name");
    }
}
