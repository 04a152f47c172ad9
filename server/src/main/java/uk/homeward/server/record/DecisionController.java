package uk.homeward.server.record;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import uk.homeward.journey.preferences.Decision;
import uk.homeward.journey.preferences.DecisionKind;
import uk.homeward.journey.preferences.Decisions;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Records what was decided about a person's care, a clinician's name under it, and that it no longer holds. */
@Controller
@Needs(Permission.RECORD_CARE)
class DecisionController {

    /** Whether the person could decide this themselves. */
    static final Map<String, String> CAPACITY = capacity();

    private static final Set<Role> CLINICIANS = EnumSet.of(Role.TRIAGE_CLINICIAN, Role.RESPONDER, Role.WARD);

    private final RecordDoor door;
    private final PersonCards cards;
    private final CareDecisions decisions;
    private final TravellingDecisions travelling;
    private final Desk desk;
    private final Place place;
    private final PlaceTime time;

    DecisionController(
            RecordDoor door,
            PersonCards cards,
            CareDecisions decisions,
            TravellingDecisions travelling,
            Desk desk,
            Place place,
            PlaceTime time) {
        this.travelling = travelling;
        this.door = door;
        this.cards = cards;
        this.decisions = decisions;
        this.desk = desk;
        this.place = place;
        this.time = time;
    }

    private static Map<String, String> capacity() {
        Map<String, String> capacity = new LinkedHashMap<>();
        capacity.put("has", "They had capacity to decide this");
        capacity.put("lacks", "They lacked capacity; it was decided in their best interests");
        capacity.put("not-assessed", "Their capacity was not assessed");
        return java.util.Collections.unmodifiableMap(capacity);
    }

    @GetMapping("/people/{id}/decisions/{kind}")
    ModelAndView form(@PathVariable String id, @PathVariable String kind, User user) {
        return page(id, kind(kind), Fields.NONE, List.of(), user);
    }

    @PostMapping("/people/{id}/decisions/{kind}")
    ModelAndView decide(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> filled,
            User user) {
        DecisionKind about = kind(kind);
        Fields fields = new Fields(filled);
        Form form = new Form(fields, place.zone(), time.instant());
        PersonEvent decided = read(form, about);
        return form.faults().isEmpty() ? told(id, decided, fields, user) : page(id, about, fields, form.faults(), user);
    }

    private static PersonEvent read(Form form, DecisionKind kind) {
        String decision = kind.choices().isEmpty()
                ? ""
                : form.oneOf("decision", List.copyOf(kind.choices().keySet()), "Choose what was decided");
        String words = kind.choices().isEmpty()
                ? form.need("words", "Write what was decided, in their own words where you can")
                : form.may("words");
        return new PersonEvent.CareDecided(
                kind.word(),
                decision,
                words,
                form.need("decided-by", "Write who decided: the person, or who did in their best interests"),
                form.oneOf("capacity", List.copyOf(CAPACITY.keySet()), "Say whether they could decide this themselves"),
                form.may("consulted"),
                form.day("review-on"));
    }

    @PostMapping("/people/{id}/decisions/{kind}/endorse")
    ModelAndView endorse(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> filled,
            User user) {
        DecisionKind about = kind(kind);
        Fields fields = new Fields(filled);
        Form form = new Form(fields, place.zone(), time.instant());
        String clinician = form.need("clinician", "Write the name and role of the clinician who answers for it");
        Optional<Decision> current = current(id, about, user);
        if (!CLINICIANS.contains(user.role())) {
            form.fault("clinician", "Only a clinician can put a name under a decision. Ask the ward or the responder.");
        } else if (current.isEmpty()) {
            form.fault("clinician", "There is no decision that holds. Record it first.");
        } else if (current.get().endorsedBy() != null) {
            form.fault("clinician", "This decision was endorsed already.");
        }
        return form.faults().isEmpty()
                ? told(
                        current.orElseThrow().person(),
                        id,
                        new PersonEvent.CareDecisionEndorsed(
                                kind, current.orElseThrow().sequence(), clinician),
                        fields,
                        user)
                : page(id, about, fields, form.faults(), user);
    }

    @PostMapping("/people/{id}/decisions/{kind}/end")
    ModelAndView end(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> filled,
            User user) {
        DecisionKind about = kind(kind);
        Fields fields = new Fields(filled);
        Form form = new Form(fields, place.zone(), time.instant());
        String reason = form.need("reason", "Write why it no longer holds");
        if (current(id, about, user).isEmpty()) {
            form.fault("reason", "There is no decision that holds, so none can be ended.");
        }
        return form.faults().isEmpty()
                ? told(id, new PersonEvent.CareDecisionEnded(kind, reason), fields, user)
                : page(id, about, fields, form.faults(), user);
    }

    private Optional<Decision> current(String id, DecisionKind kind, User user) {
        return open(id, user).decisions().find(kind);
    }

    private ModelAndView told(String id, PersonEvent fact, Fields fields, User user) {
        open(id, user);
        return told(id, id, fact, fields, user);
    }

    private ModelAndView told(String record, String page, PersonEvent fact, Fields fields, User user) {
        String key = fields.has("key") ? "decision-" + record + "-" + fields.text("key") : null;
        desk.tellPerson(record, List.of(fact), time.instant(), user.actor(), key);
        switch (fact) {
            case PersonEvent.CareDecided decided -> travelling.follow(record, kind(decided.kind()), user);
            case PersonEvent.CareDecisionEnded ended -> travelling.follow(record, kind(ended.kind()), user);
            default -> {} // a name under it changes nothing of what was decided
        }
        return new ModelAndView("redirect:/people/" + page + "/summary");
    }

    private record Opened(PersonCard card, Decisions decisions) {}

    private Opened open(String id, User user) {
        return switch (door.open(
                user,
                id,
                "decisions about care",
                () -> new Opened(cards.find(id).orElseThrow(), decisions.of(id)))) {
            case RecordDoor.Open<Opened>(Opened opened, String why) -> opened;
            case RecordDoor.Closed<Opened> closed ->
                throw new NotPermitted(
                        "no-care-relationship",
                        "Nobody of your teams cares for this person now. Open the record with a reason first.");
            case RecordDoor.Nobody<Opened> nobody -> throw RecordController.nobody(id);
        };
    }

    private ModelAndView page(String id, DecisionKind kind, Fields fields, List<Fault> faults, User user) {
        Opened opened = open(id, user);
        ModelAndView page = new ModelAndView("record/decision")
                .addObject("person", opened.card())
                .addObject("kind", kind)
                .addObject("decisions", opened.decisions())
                .addObject("capacity", CAPACITY)
                .addObject("mayEndorse", CLINICIANS.contains(user.role()))
                .addObject("fields", fields)
                .addObject("faults", faults)
                .addObject("key", UUID.randomUUID().toString());
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static DecisionKind kind(String word) {
        return DecisionKind.find(word)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no such kind of decision (" + word + "). Maybe: resuscitation"));
    }
}
