package uk.homeward.server.risk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.insight.risk.RiskPyramid.Tier;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;

/** The register of people at high and rising risk, and one person's risk with its reasons, for those who care for them. */
@Controller
@Needs(Permission.READ_PERSON)
class RegisterController {

    private static final int SHOWN = 25;
    private static final int DOWNLOADED = 400;

    private final Register register;
    private final PersonsRisk persons;
    private final RecordDoor door;
    private final Place place;

    RegisterController(Register register, PersonsRisk persons, RecordDoor door, Place place) {
        this.register = register;
        this.persons = persons;
        this.door = door;
        this.place = place;
    }

    @GetMapping("/risk-register")
    ModelAndView page(
            @RequestParam(defaultValue = "") String practice,
            @RequestParam(defaultValue = "") String locality,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "high") String tier,
            @RequestParam(defaultValue = "") String acted,
            User user) {
        Register.Choice choice = new Register.Choice(practice, locality, team, tier, acted);
        List<AtRisk> candidates = register.candidates(choice);
        return new ModelAndView("risk/register")
                .addObject("lines", register.open(user, candidates, SHOWN))
                .addObject("all", candidates.size())
                .addObject("practice", practice)
                .addObject("locality", locality)
                .addObject("team", team)
                .addObject("teams", register.teams())
                .addObject("acted", acted)
                .addObject("tier", choice.tierOrHigh() == Tier.HIGH ? "high" : "rising")
                .addObject("place", place);
    }

    /** The same as a file; everybody in it was looked at, and that is kept. */
    @GetMapping("/risk-register.csv")
    ResponseEntity<byte[]> download(
            @RequestParam(defaultValue = "") String practice,
            @RequestParam(defaultValue = "") String locality,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "high") String tier,
            @RequestParam(defaultValue = "") String acted,
            User user) {
        Register.Choice choice = new Register.Choice(practice, locality, team, tier, acted);
        String csv = Register.csv(register.open(user, register.candidates(choice), DOWNLOADED));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("risk-register.csv")
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** One person's scores, each with its reasons. */
    @GetMapping("/people/{id}/risk")
    ModelAndView person(@PathVariable String id, User user) {
        return switch (door.open(user, id, "risk", () -> persons.of(id))) {
            case RecordDoor.Open<PersonsRisk.View> open ->
                new ModelAndView("risk/person").addObject("view", open.read());
            case RecordDoor.Closed<PersonsRisk.View> closed ->
                throw new NotPermitted(
                        "no-care-relationship",
                        "Nobody of your teams cares for this person now. Open the record with a reason first.");
            case RecordDoor.Nobody<PersonsRisk.View> nobody ->
                throw new org.springframework.web.server.ResponseStatusException(
                        org.springframework.http.HttpStatus.NOT_FOUND,
                        "there is no person (" + id + "). Maybe: search by NHS number or name");
        };
    }
}
