package uk.homeward.server.trust;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** What a person chose about their data, written by somebody who cares for them. */
@Controller
@Needs(Permission.RECORD_CARE)
class ChoiceController {

    private final RecordDoor door;
    private final PersonCards cards;
    private final Sharing sharing;
    private final Place place;
    private final PlaceTime time;

    ChoiceController(RecordDoor door, PersonCards cards, Sharing sharing, Place place, PlaceTime time) {
        this.door = door;
        this.cards = cards;
        this.sharing = sharing;
        this.place = place;
        this.time = time;
    }

    private record Opened(PersonCard card, Sharing.Choice choice, List<Recorded<Event>> history) {}

    @GetMapping("/people/{id}/sharing")
    ModelAndView choices(@PathVariable String id, User user) {
        return page(id, List.of(), user);
    }

    @PostMapping("/people/{id}/sharing")
    ModelAndView choose(@PathVariable String id, @RequestParam MultiValueMap<String, String> filled, User user) {
        open(id, user);
        Form form = new Form(new Fields(filled), place.zone(), time.instant());
        TrustEvent.Sharing how = form.one(TrustEvent.Sharing.class, "sharing", "Choose with whom the record is shared");
        boolean out = form.may("opted-out").equals("yes");
        String words = form.may("words");
        if (!form.faults().isEmpty()) {
            return page(id, form.faults(), user);
        }
        return switch (sharing.choose(user, id, new Sharing.Choice(how, out), words)) {
            case Entry.Done done -> new ModelAndView("redirect:/people/" + id + "/sharing");
            case Entry.Refused(String code, String why) -> page(id, List.of(new Fault("words", why)), user);
        };
    }

    private ModelAndView page(String id, List<Fault> faults, User user) {
        Opened opened = open(id, user);
        return TrustController.faulty(
                new ModelAndView("trust/choices")
                        .addObject("person", opened.card())
                        .addObject("choice", opened.choice())
                        .addObject("history", opened.history())
                        .addObject("faults", faults),
                faults);
    }

    private Opened open(String id, User user) {
        return switch (door.open(
                user,
                id,
                "choices about their data",
                () -> new Opened(
                        cards.find(id).orElseThrow(), sharing.choice(id), sharing.history(Subject.consent(id))))) {
            case RecordDoor.Open<Opened>(Opened opened, String why) -> opened;
            case RecordDoor.Closed<Opened> closed ->
                throw new NotPermitted(
                        closed.answer().code(), closed.answer().why() + " Open the record with a reason first.");
            case RecordDoor.Nobody<Opened> nobody ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no person (" + id + ")");
        };
    }
}
