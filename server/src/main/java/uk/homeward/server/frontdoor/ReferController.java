package uk.homeward.server.frontdoor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.person.KnownAttributes;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.person.StoryWords;
import uk.homeward.server.response.Problems;
import uk.homeward.server.response.WorkLine;
import uk.homeward.server.response.Worklist;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** The referral form for professionals: find the person, see what is known, ask only for the rest. */
@Needs(Permission.OPEN_REFERRAL)
@Controller
class ReferController {

    private static final int MOST = 10;

    private final Refer refer;
    private final Doors doors;
    private final PersonCards people;
    private final StoryWords story;
    private final Worklist worklist;
    private final Looks looks;
    private final Place place;
    private final PlaceTime time;

    ReferController(
            Refer refer,
            Doors doors,
            PersonCards people,
            StoryWords story,
            Worklist worklist,
            Looks looks,
            Place place,
            PlaceTime time) {
        this.story = story;
        this.refer = refer;
        this.doors = doors;
        this.people = people;
        this.worklist = worklist;
        this.looks = looks;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/front-door/refer")
    ModelAndView page(@RequestParam MultiValueMap<String, String> asked, User user) {
        Fields fields = new Fields(asked);
        if (fields.has("person") || fields.has("new")) {
            return form(fields, user, List.of());
        }
        Form form = new Form(fields, place.zone(), time.instant());
        boolean looked = fields.has("nhs-number") || fields.has("given") || fields.has("family");
        return new ModelAndView("frontdoor/find")
                .addObject("fields", fields)
                .addObject("looked", looked)
                .addObject("found", looked ? found(form) : List.of())
                .addObject("faults", form.faults());
    }

    @PostMapping("/front-door/refer")
    Object send(@RequestParam MultiValueMap<String, String> sent, User user) {
        Fields fields = new Fields(sent);
        String key = fields.text("key");
        return switch (refer.refer(fields, user, key.isEmpty() ? null : key)) {
            case Refer.Result.Done done -> "redirect:/front-door/" + done.journey();
            case Refer.Result.Faulty faulty -> {
                ModelAndView again = form(fields, user, faulty.faults());
                again.setStatus(HttpStatus.BAD_REQUEST);
                yield again;
            }
        };
    }

    /** A referral by a script: the same fields as on the form. */
    @PostMapping("/api/referrals")
    ResponseEntity<Object> sendByScript(
            @RequestBody Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        return switch (refer.refer(Fields.ofJson(body), user, key)) {
            case Refer.Result.Done done ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header("Location", "/api/journeys/" + done.journey())
                        .body(Map.of("journey", done.journey()));
            case Refer.Result.Faulty faulty -> Problems.faulty(faulty.faults());
        };
    }

    private ModelAndView form(Fields fields, User user, List<Fault> faults) {
        @Nullable
        PersonCard person =
                fields.has("person") ? people.find(fields.text("person")).orElse(null) : null;
        if (person != null) {
            looks.keep(user, person.id(), "referral form", "");
        }
        return new ModelAndView("frontdoor/refer")
                .addObject("fields", fields)
                .addObject("faults", faults)
                .addObject("person", person)
                .addObject("open", person == null ? List.of() : open(person))
                .addObject("known", person == null ? Map.of() : known(person))
                .addObject("doors", doors)
                .addObject("questions", story.asked())
                .addObject(
                        "key",
                        fields.has("key")
                                ? fields.text("key")
                                : UUID.randomUUID().toString())
                .addObject("place", place);
    }

    private List<WorkLine> open(PersonCard person) {
        return worklist.ofPerson(person.id()).stream().filter(WorkLine::isOpen).toList();
    }

    /** The attributes that are known of the person already, so that nobody is asked again. */
    private static Map<String, String> known(PersonCard person) {
        return KnownAttributes.of(person.livesAlone(), person.dementia(), person.frailty(), ""); // the form asks where
    }

    private List<PersonCard> found(Form form) {
        String number = form.fields().text("nhs-number");
        LocalDate born = PersonForm.born(form, time.instant());
        if (!number.isEmpty() && NhsNumber.isValid(number)) {
            return people.listByNhsNumber(NhsNumber.of(number).value());
        }
        PersonForm.nhsNumber(form);
        String name = (form.may("given") + " " + form.may("family")).strip();
        return name.isEmpty() ? List.of() : people.listByName(name, born, MOST);
    }
}
