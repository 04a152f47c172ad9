package uk.homeward.server.assessment;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;

/** The place's forms, and those of one person. */
@Controller
class FormsController {

    private final Bank bank;
    private final PersonForms forms;
    private final AssessmentDesk desk;
    private final RecordDoor door;
    private final Titles titles;

    FormsController(Bank bank, PersonForms forms, AssessmentDesk desk, RecordDoor door, Titles titles) {
        this.bank = bank;
        this.forms = forms;
        this.desk = desk;
        this.door = door;
        this.titles = titles;
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/forms")
    ModelAndView all() {
        return new ModelAndView("assessment/forms").addObject("bank", bank);
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/forms/{id}")
    ModelAndView blank(@PathVariable String id) {
        return new ModelAndView("assessment/form")
                .addObject("bank", bank)
                .addObject(
                        "form",
                        bank.form(id)
                                .orElseThrow(() -> new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        "there is no form (" + id + "). Maybe: one of "
                                                + bank.forms().keySet())));
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/people/{person}/forms")
    ModelAndView ofPerson(@PathVariable String person, User user, Model model) {
        return switch (door.open(user, person, "forms", () -> forms.of(person, user))) {
            case RecordDoor.Open<PersonForms.OfPerson>(PersonForms.OfPerson of, String why) ->
                new ModelAndView("assessment/person")
                        .addObject("person", of.card())
                        .addObject("forms", of.forms())
                        .addObject("assessments", of.assessments())
                        .addObject("titles", titles)
                        .addObject("mayFill", user.may(Permission.RECORD_CARE))
                        .addObject("key", UUID.randomUUID().toString())
                        .addObject("said", model.getAttribute("said") instanceof Said s ? s : Said.NOTHING);
            case RecordDoor.Closed<PersonForms.OfPerson> closed -> throw closed();
            case RecordDoor.Nobody<PersonForms.OfPerson> nobody -> throw nobody(person);
        };
    }

    @Needs(Permission.RECORD_CARE)
    @PostMapping("/people/{person}/forms/{form}")
    String begin(
            @PathVariable String person,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String again,
            @RequestParam(defaultValue = "") String key,
            User user,
            RedirectAttributes flash) {
        requireOpen(door, user, person);
        String id = key.matches("[0-9a-f-]{36}") ? key : UUID.randomUUID().toString();
        return switch (desk.begin(id, person, form, again, user.actor(), "assessment-" + id)) {
            case Entry.Done done -> "redirect:/assessments/" + id;
            case Entry.Refused refused -> {
                flash.addFlashAttribute("said", new Said("", refused.why()));
                yield "redirect:/people/" + person + "/forms";
            }
        };
    }

    /** Throws unless the record is open to this user. */
    static void requireOpen(RecordDoor door, User user, String person) {
        switch (door.open(user, person, "form filled", () -> person)) {
            case RecordDoor.Open<String> open -> {}
            case RecordDoor.Closed<String> closed -> throw closed();
            case RecordDoor.Nobody<String> nobody -> throw nobody(person);
        }
    }

    static NotPermitted closed() {
        return new NotPermitted(
                "no-care-relationship",
                "Nobody of your teams cares for this person now. Open the record with a reason first.");
    }

    static ResponseStatusException nobody(String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "there is no person (" + id + "). Maybe: search by NHS number or name");
    }
}
