package uk.homeward.server.trust;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.person.NhsNumber;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.PersonCards;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Copies of everything that is kept about a person, given by privacy officers to the person who asked. */
@Controller
@Needs(Permission.GIVE_ACCESS)
class CopyController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final PersonCopy copies;
    private final PersonCards cards;
    private final Place place;
    private final PlaceTime time;

    CopyController(PersonCopy copies, PersonCards cards, Place place, PlaceTime time) {
        this.copies = copies;
        this.cards = cards;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/copies")
    ModelAndView copies(User user) {
        return page(Fields.NONE, List.of(), user);
    }

    @PostMapping("/copies")
    Object give(@RequestParam MultiValueMap<String, String> filled, User user) {
        Fields fields = new Fields(filled);
        Form form = new Form(fields, place.zone(), time.instant());
        String who = form.need("who", "Write the NHS number or the number of the record");
        String asked = form.need("asked", "Write who asked, and how you know that it is them");
        Optional<String> person = form.faults().isEmpty() ? find(form, who) : Optional.empty();
        return person.flatMap(id -> copies.give(user, id, asked).<Object>map(zip -> download(id, zip)))
                .orElseGet(() -> page(fields, form.faults(), user));
    }

    /** The same for scripts. */
    @PostMapping("/api/people/{id}/copy")
    ResponseEntity<byte[]> give(@PathVariable String id, @RequestParam(defaultValue = "") String asked, User user) {
        if (asked.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "asked says who asked for the copy");
        }
        return copies.give(user, id, asked)
                .map(zip -> download(id, zip))
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no person (" + id + ")"));
    }

    private Optional<String> find(Form form, String who) {
        String digits = who.replace(" ", "");
        List<String> found = NhsNumber.isValid(digits)
                ? cards.listByNhsNumber(NhsNumber.of(digits).value()).stream()
                        .map(PersonCard::id)
                        .toList()
                : cards.find(who).map(PersonCard::id).stream().toList();
        if (found.size() != 1) {
            form.fault(
                    "who",
                    found.isEmpty()
                            ? "Nobody has this number here. Check it, or write the number of the record."
                            : "Several records have this number. Ask the hub to settle whether they are one person, or"
                                    + " write the number of the record.");
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    private static ResponseEntity<byte[]> download(String person, byte[] zip) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"everything-" + person.replaceAll("[^A-Za-z0-9-]", "-") + ".zip\"")
                .body(zip);
    }

    private ModelAndView page(Fields fields, List<Fault> faults, User user) {
        return TrustController.faulty(
                new ModelAndView("trust/copies")
                        .addObject("given", copies.latest(user))
                        .addObject("fields", fields)
                        .addObject("faults", faults),
                faults);
    }
}
