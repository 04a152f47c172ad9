package uk.homeward.server.matching;

import java.time.Instant;
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
import uk.homeward.journey.event.SearchEvent.Shown;
import uk.homeward.journey.matching.SearchCommand;
import uk.homeward.journey.matching.Terms;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.response.Reply;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** Finding a place: the list of searches, the page of one, the letter and the link with a person's choices. */
@Needs(Permission.FIND_PLACES)
@Controller
class PlacesController {

    private static final int MOST = 200;

    private final SearchList list;
    private final SearchPages pages;
    private final SearchTelling telling;
    private final SearchDesk desk;
    private final SearchLinks links;
    private final Portraits portraits;
    private final Openings openings;
    private final Terms terms;
    private final PlaceTime time;

    PlacesController(
            SearchList list,
            SearchPages pages,
            SearchTelling telling,
            SearchDesk desk,
            SearchLinks links,
            Portraits portraits,
            Openings openings,
            Terms terms,
            PlaceTime time) {
        this.list = list;
        this.pages = pages;
        this.telling = telling;
        this.desk = desk;
        this.links = links;
        this.portraits = portraits;
        this.openings = openings;
        this.terms = terms;
        this.time = time;
    }

    @GetMapping("/places")
    ModelAndView places(User user) {
        Instant now = time.instant();
        return new ModelAndView("matching/places")
                .addObject("open", list.open(MOST))
                .addObject("over", list.over(20))
                .addObject("openings", openings)
                .addObject("now", now);
    }

    @GetMapping("/places/new")
    ModelAndView form(@RequestParam(defaultValue = "") String person, User user) {
        java.util.Optional<String> open = list.findOpen(person);
        if (open.isPresent()) {
            return new ModelAndView("redirect:/places/" + open.get());
        }
        return switch (pages.person(user, person, "search for a place")) {
            case RecordDoor.Open<PersonCard>(PersonCard card, String why) ->
                need(card, null, portraits.known(card, telling.today()), Reply.NONE);
            case RecordDoor.Closed<PersonCard> closed -> new ModelAndView("redirect:/people/" + person);
            case RecordDoor.Nobody<PersonCard> nobody -> new ModelAndView("redirect:/people");
        };
    }

    private ModelAndView need(PersonCard person, @Nullable String search, Fields fields, Reply reply) {
        return new ModelAndView("matching/need")
                .addObject("person", person)
                .addObject("search", search == null ? "" : search)
                .addObject("fields", fields)
                .addObject("terms", terms)
                .addObject("openings", openings)
                .addObject("reply", reply)
                .addObject("key", UUID.randomUUID().toString());
    }

    /** Opens a search, or describes the need of one anew. */
    @PostMapping("/places/new")
    ModelAndView describe(@RequestParam MultiValueMap<String, String> sent, User user) {
        Fields fields = new Fields(sent);
        String person = fields.text("person");
        String search = fields.has("search") ? fields.text("search") : null;
        String key = fields.text("key");
        return switch (pages.person(user, person, "search for a place")) {
            case RecordDoor.Closed<PersonCard> closed -> new ModelAndView("redirect:/people/" + person);
            case RecordDoor.Nobody<PersonCard> nobody -> new ModelAndView("redirect:/people");
            case RecordDoor.Open<PersonCard>(PersonCard card, String why) ->
                switch (telling.describe(search, person, fields, user.actor(), key.isEmpty() ? null : key)) {
                    case SearchTelling.Faulty(var faults) ->
                        need(card, search, fields, Replies.faulty("need", faults, fields));
                    case SearchTelling.Told told ->
                        told.entry() instanceof uk.homeward.server.journal.Entry.Refused
                                ? need(card, search, fields, Replies.of(told.entry(), "need", fields, ""))
                                : new ModelAndView("redirect:/places/" + told.search());
                };
        };
    }

    @GetMapping("/places/{id}")
    String search(@PathVariable String id, User user, Model model) {
        return switch (pages.open(id, user, "search for a place")) {
            case SearchPages.Shown(SearchPage page) -> {
                @Nullable Object reply = model.getAttribute("reply");
                model.addAttribute("search", page);
                model.addAttribute("terms", terms);
                model.addAttribute("link", model.getAttribute("link") instanceof String made ? made : "");
                model.addAttribute("reply", reply instanceof Reply given ? given : Reply.NONE);
                yield "matching/search";
            }
            case SearchPages.ClosedTo(String person) -> "redirect:/people/" + person;
        };
    }

    /** The form with the need as it was told last. */
    @GetMapping("/places/{id}/need")
    ModelAndView again(@PathVariable String id, User user) {
        return switch (pages.open(id, user, "search for a place")) {
            case SearchPages.Shown(SearchPage page) ->
                need(page.person(), id, NeedFields.of(page.search(), telling.today()), Reply.NONE);
            case SearchPages.ClosedTo(String person) -> new ModelAndView("redirect:/people/" + person);
        };
    }

    /** The choices as a letter, in large type, to be printed; keeps what was shown. */
    @GetMapping("/places/{id}/letter")
    ModelAndView letter(@PathVariable String id, User user) {
        return switch (pages.open(id, user, "letter with choices")) {
            case SearchPages.Shown(SearchPage page) ->
                new ModelAndView("matching/letter")
                        .addObject("search", page)
                        .addObject("terms", terms)
                        .addObject("sender", user);
            case SearchPages.ClosedTo(String person) -> new ModelAndView("redirect:/people/" + person);
        };
    }

    @PostMapping("/places/{id}/show")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "together") String how,
            User user,
            RedirectAttributes flash) {
        if (pages.open(id, user, "choices") instanceof SearchPages.Shown(SearchPage page)) {
            String way = List.of("letter", "link", "together").contains(how) ? how : "together";
            List<Shown> options = page.first().stream()
                    .map(match -> new Shown(match.service().id(), match.points(), match.why()))
                    .toList();
            var entry = desk.tell(id, new SearchCommand.ShowOptions(way, options), user.actor(), null);
            flash.addFlashAttribute("reply", Replies.of(entry, "show", Fields.NONE, "Kept what was shown."));
            if (way.equals("link") && entry instanceof uk.homeward.server.journal.Entry.Done) {
                flash.addFlashAttribute("link", "/choices/" + links.make(id));
            }
            return "redirect:/places/" + id + (way.equals("letter") ? "/letter" : "");
        }
        return "redirect:/places/" + id;
    }

    @PostMapping("/places/{id}/{word}")
    String tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> sent,
            User user,
            RedirectAttributes flash) {
        Fields fields = new Fields(sent);
        String key = fields.text("key");
        if (SearchReader.OF_PROVIDER.contains(word)
                || !(pages.open(id, user, "search for a place") instanceof SearchPages.Shown)) {
            return "redirect:/places/" + id;
        }
        Reply reply = switch (telling.tell(id, word, fields, user.actor(), key.isEmpty() ? null : key)) {
            case SearchTelling.Faulty(var faults) -> Replies.faulty(word, faults, fields);
            case SearchTelling.Told told -> Replies.of(told.entry(), word, fields, "Recorded.");
        };
        flash.addFlashAttribute("reply", reply);
        return "redirect:" + (fields.text("back").equals("/morning") ? "/morning" : "/places/" + id);
    }
}
