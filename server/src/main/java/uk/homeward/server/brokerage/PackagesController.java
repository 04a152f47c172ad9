package uk.homeward.server.brokerage;

import java.time.LocalDate;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.packages.CarePackage;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.matching.Openings;
import uk.homeward.server.matching.Replies;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.response.Reply;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** Packages of care: the list, the page of one, reviews due and continuing-care cases. */
@Needs(Permission.FIND_PLACES)
@Controller
class PackagesController {

    private static final int MOST = 200;
    private static final int AHEAD = 28;

    private final PackageList list;
    private final PackageTelling telling;
    private final PackageSentences sentences;
    private final PersonCards people;
    private final RecordDoor door;
    private final Openings openings;
    private final Terms terms;
    private final PlaceTime time;

    PackagesController(
            PackageList list,
            PackageTelling telling,
            PackageSentences sentences,
            PersonCards people,
            RecordDoor door,
            Openings openings,
            Terms terms,
            PlaceTime time) {
        this.list = list;
        this.telling = telling;
        this.sentences = sentences;
        this.people = people;
        this.door = door;
        this.openings = openings;
        this.terms = terms;
        this.time = time;
    }

    @GetMapping("/packages")
    ModelAndView packages(@RequestParam(defaultValue = "") String name, User user) {
        return lines("All packages", "brokerage/packages", list.all(name, MOST)).addObject("name", name);
    }

    @GetMapping("/package-reviews")
    ModelAndView reviews(User user) {
        return lines(
                "Reviews due",
                "brokerage/reviews",
                list.reviewsBy(telling.today().plusDays(AHEAD), MOST));
    }

    @GetMapping("/continuing-care")
    ModelAndView continuingCare(User user) {
        return lines("Continuing care", "brokerage/continuingCare", list.continuingCare(MOST))
                .addObject("terms", terms);
    }

    private ModelAndView lines(String title, String template, List<PackageList.Line> lines) {
        return new ModelAndView(template)
                .addObject("title", title)
                .addObject("lines", lines)
                .addObject("today", telling.today());
    }

    /** Opens a person's package, or the one that they have. */
    @GetMapping("/packages/new")
    String open(
            @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String search, User user) {
        return door.isOpen(user, person)
                ? "redirect:/packages/" + telling.open(person, search, user.actor())
                : "redirect:/people/" + person;
    }

    @GetMapping("/packages/{id}")
    String carePackage(@PathVariable String id, User user, Model model) {
        CarePackage found = telling.get(id);
        return switch (door.open(user, found.person(), "package of care", () -> people.find(found.person()))) {
            case RecordDoor.Open<java.util.Optional<PersonCard>>(var card, String why) -> {
                @Nullable Object reply = model.getAttribute("reply");
                model.addAttribute("view", page(found, card.orElseThrow(), user));
                model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
                yield "brokerage/package";
            }
            case RecordDoor.Closed<java.util.Optional<PersonCard>> closed -> "redirect:/people/" + found.person();
            case RecordDoor.Nobody<java.util.Optional<PersonCard>> nobody -> "redirect:/packages";
        };
    }

    private PackagePage page(CarePackage found, PersonCard person, User user) {
        LocalDate today = telling.today();
        return new PackagePage(
                found,
                person,
                openings.all(),
                terms,
                sentences.of(found),
                today,
                time.instant(),
                terms.approval().getOrDefault(user.role().word(), 0.0),
                UUID.randomUUID().toString());
    }

    @PostMapping("/packages/{id}/{word}")
    String tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> sent,
            User user,
            RedirectAttributes flash) {
        Fields fields = new Fields(sent);
        String key = fields.text("key");
        if (!door.isOpen(user, telling.get(id).person())) {
            return "redirect:/people/" + telling.get(id).person();
        }
        Reply reply = switch (telling.tell(id, word, fields, user.actor(), key.isEmpty() ? null : key)) {
            case PackageTelling.Faulty(var faults) -> Replies.faulty(word, faults, fields);
            case PackageTelling.Told told -> Replies.of(told.entry(), word, fields, "Recorded.");
        };
        flash.addFlashAttribute("reply", reply);
        return "redirect:/packages/" + id;
    }
}
