package uk.homeward.server.person;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** A person's record: opened through the record's door only, and told more by forms that say what is wrong. */
@Controller
@Needs(Permission.READ_PERSON)
class PersonController {

    private final RecordDoor door;
    private final PersonRecords records;
    private final PersonCards cards;
    private final PersonFields known;
    private final Desk desk;
    private final Place place;
    private final PlaceTime time;
    private final PersonForms forms;

    private final StoryWords story;

    PersonController(
            RecordDoor door,
            PersonRecords records,
            PersonCards cards,
            PersonFields known,
            Desk desk,
            Place place,
            PlaceTime time,
            StoryWords story) {
        this.story = story;
        this.door = door;
        this.records = records;
        this.cards = cards;
        this.known = known;
        this.desk = desk;
        this.place = place;
        this.time = time;
        this.forms = new PersonForms(place);
    }

    @GetMapping("/people/{id}")
    ModelAndView record(@PathVariable String id, User user) {
        return switch (door.open(user, id, "record", () -> records.get(id))) {
            case RecordDoor.Open<PersonRecord>(PersonRecord record, String why) ->
                new ModelAndView("person/person")
                        .addObject("record", record)
                        .addObject("why", why)
                        .addObject("place", place);
            case RecordDoor.Closed<PersonRecord> closed ->
                closed(id, closed.answer().why(), List.of());
            case RecordDoor.Nobody<PersonRecord> nobody -> throw nobody(id);
        };
    }

    @PostMapping("/people/{id}/break-glass")
    ModelAndView breakGlass(@PathVariable String id, @RequestParam(defaultValue = "") String reason, User user) {
        if (cards.find(id).isEmpty()) {
            throw nobody(id);
        }
        if (reason.isBlank()) {
            return closed(id, "", List.of(new Fault("reason", "Write why you have to open this record")));
        }
        door.breakGlass(user, id, reason.strip());
        return new ModelAndView("redirect:/people/" + id);
    }

    @GetMapping("/people/{id}/tell/{what}")
    ModelAndView form(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> asked,
            User user) {
        PersonCard card = open(id, user, "form: " + title(what));
        Fields fields = what.equals("details") ? known.find(id).orElseThrow() : new Fields(asked);
        return form(card, what, fields, List.of());
    }

    @PostMapping("/people/{id}/tell/{what}")
    ModelAndView tell(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> filled,
            User user) {
        PersonCard card = open(id, user, "form: " + title(what));
        Fields fields = new Fields(filled);
        Form form = new Form(fields, place.zone(), time.instant());
        Optional<PersonEvent> fact = forms.read(what, form, card, known.find(id).orElse(Fields.NONE));
        if (!form.faults().isEmpty()) {
            return form(card, what, fields, form.faults());
        }
        String key = fields.has("key") ? "person-" + id + "-" + fields.text("key") : null;
        desk.tellPerson(id, List.of(fact.orElseThrow()), time.instant(), user.actor(), key);
        return new ModelAndView("redirect:/people/" + id);
    }

    private PersonCard open(String id, User user, String what) {
        return switch (door.open(user, id, what, () -> cards.find(id).orElseThrow())) {
            case RecordDoor.Open<PersonCard>(PersonCard card, String why) -> card;
            case RecordDoor.Closed<PersonCard> closed ->
                throw new NotPermitted(
                        "no-care-relationship",
                        "Nobody of your teams cares for this person now. Open the record with a reason first.");
            case RecordDoor.Nobody<PersonCard> nobody -> throw nobody(id);
        };
    }

    private static String title(String what) {
        String title = PersonForms.TITLES.get(what);
        if (title == null) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "there is no such form (" + what + "). Maybe: one of " + PersonForms.TITLES.keySet());
        }
        return title;
    }

    private ModelAndView form(PersonCard card, String what, Fields fields, List<Fault> faults) {
        ModelAndView page = new ModelAndView("person/tell")
                .addObject("person", card)
                .addObject("what", what)
                .addObject("title", title(what))
                .addObject("fields", fields)
                .addObject("faults", faults)
                .addObject("key", java.util.UUID.randomUUID().toString())
                .addObject("questions", story.asked())
                .addObject("place", place);
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static ModelAndView closed(String id, String because, List<Fault> faults) {
        ModelAndView page = new ModelAndView("person/closed")
                .addObject("id", id)
                .addObject("because", because)
                .addObject("faults", faults);
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }

    private static ResponseStatusException nobody(String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "there is no person (" + id + "). Maybe: search by NHS number or name");
    }
}
