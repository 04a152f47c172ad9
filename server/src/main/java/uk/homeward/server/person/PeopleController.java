package uk.homeward.server.person;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.identity.Judgement;
import uk.homeward.journey.identity.Judgement.Likeness;
import uk.homeward.journey.identity.Traits;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.identity.PersonMatching;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Finds people, and registers those who are not known yet. */
@Controller
@Needs(Permission.READ_PERSON)
class PeopleController {

    private final PeopleSearch search;
    private final PersonMatching matching;
    private final Desk desk;
    private final Place place;
    private final PlaceTime time;
    private final PersonForms forms;

    PeopleController(PeopleSearch search, PersonMatching matching, Desk desk, Place place, PlaceTime time) {
        this.search = search;
        this.matching = matching;
        this.desk = desk;
        this.place = place;
        this.time = time;
        this.forms = new PersonForms(place);
    }

    @GetMapping("/people")
    ModelAndView people(@RequestParam(defaultValue = "") String q, User user) {
        Search asked = Search.of(q);
        return new ModelAndView("person/people")
                .addObject("q", q)
                .addObject("found", search.find(asked))
                .addObject("most", PeopleSearch.MOST)
                .addObject("trouble", trouble(asked))
                .addObject("place", place);
    }

    /** What is wrong with a number that was typed; empty where nothing is. */
    private static String trouble(Search asked) {
        if (asked.digits().isEmpty() || NhsNumber.isValid(asked.digits())) {
            return "";
        }
        return asked.digits().length() == 10
                ? "This is not a valid NHS number: its last digit does not fit the others. Was a digit mistyped?"
                : "An NHS number has ten digits; these are " + asked.digits().length() + ".";
    }

    @GetMapping("/people/new")
    ModelAndView form(@RequestParam MultiValueMap<String, String> asked, User user) {
        return page(new Fields(asked), List.of(), List.of());
    }

    @PostMapping("/people/new")
    ModelAndView register(@RequestParam MultiValueMap<String, String> filled, User user) {
        Fields fields = new Fields(filled);
        Form form = new Form(fields, place.zone(), time.instant());
        Details details = forms.details(form, Fields.NONE);
        if (!form.faults().isEmpty()) {
            return page(fields, form.faults(), List.of());
        }
        Judgement judgement = matching.judge(Traits.of(details));
        if (!(judgement instanceof Judgement.Nobody) && !fields.has("surely-new")) {
            return page(fields, List.of(), search.list(ids(judgement)));
        }
        String id = "p-" + UUID.randomUUID();
        desk.tellPerson(id, List.of(new PersonEvent.PersonRegistered(details)), time.instant(), user.actor(), null);
        matching.file(id, judgement, user.actor());
        return new ModelAndView("redirect:/people/" + id);
    }

    private static List<String> ids(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Same(Likeness known) -> List.of(known.id());
            case Judgement.Doubtful(List<Likeness> perhaps) ->
                perhaps.stream().map(Likeness::id).toList();
            case Judgement.Nobody nobody -> List.of();
        };
    }

    private ModelAndView page(
            Fields fields, List<uk.homeward.server.web.Fault> faults, List<PeopleSearch.Found> alike) {
        return new ModelAndView("person/register")
                .addObject("fields", fields)
                .addObject("faults", faults)
                .addObject("alike", alike)
                .addObject("place", place);
    }
}
