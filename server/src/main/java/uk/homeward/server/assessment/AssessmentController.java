package uk.homeward.server.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.AssessmentCommand;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.assessment.Given;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;

/** One assessment: filled part by part, finished, relied on, challenged. */
@Controller
class AssessmentController {

    private final AssessmentDesk desk;
    private final PersonForms forms;
    private final RecordDoor door;
    private final Bank bank;
    private final Place place;
    private final PlaceTime time;
    private final Titles titles;

    AssessmentController(
            AssessmentDesk desk,
            PersonForms forms,
            RecordDoor door,
            Bank bank,
            Place place,
            PlaceTime time,
            Titles titles) {
        this.desk = desk;
        this.forms = forms;
        this.door = door;
        this.bank = bank;
        this.place = place;
        this.time = time;
        this.titles = titles;
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/assessments/{id}")
    ModelAndView one(@PathVariable String id, User user, Model model) {
        Said said = model.getAttribute("said") instanceof Said s ? s : Said.NOTHING;
        return page(get(id), user, Fields.NONE, Map.of(), said);
    }

    private ModelAndView page(Assessment a, User user, Fields fields, Map<String, String> faults, Said said) {
        Form form = bank.form(a.form())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "the place has no form (" + a.form() + ") any more"));
        return switch (door.open(user, a.person(), "assessment: " + form.title(), () -> forms.of(a.person(), user))) {
            case RecordDoor.Open<PersonForms.OfPerson>(PersonForms.OfPerson of, String why) -> {
                Assessment shown = of.assessments().stream()
                        .filter(other -> other.id().equals(a.id()))
                        .findFirst()
                        .orElse(a);
                String view = a.state() instanceof Assessment.Open ? "assessment/fill" : "assessment/assessment";
                yield new ModelAndView(view)
                        .addObject("person", of.card())
                        .addObject("known", of.known())
                        .addObject("assessment", shown)
                        .addObject("form", form)
                        .addObject("bank", bank)
                        .addObject("titles", titles)
                        .addObject("user", user)
                        .addObject("today", LocalDate.ofInstant(time.instant(), place.zone()))
                        .addObject("history", desk.history(a.id()))
                        .addObject("fields", fields)
                        .addObject("faults", faults)
                        .addObject("errors", errors(faults))
                        .addObject("key", UUID.randomUUID().toString())
                        .addObject("said", said);
            }
            case RecordDoor.Closed<PersonForms.OfPerson> closed -> throw FormsController.closed();
            case RecordDoor.Nobody<PersonForms.OfPerson> nobody -> throw FormsController.nobody(a.person());
        };
    }

    private List<Fault> errors(Map<String, String> faults) {
        return faults.entrySet().stream()
                .map(e -> new Fault("a-" + e.getKey(), titles.question(e.getKey()) + " " + e.getValue()))
                .toList();
    }

    private Assessment get(String id) {
        return desk.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "there is no assessment (" + id + "). Maybe: look at the person's forms"));
    }

    /** Keeps what was filled in, and finishes the form where that was asked. */
    @Needs(Permission.RECORD_CARE)
    @PostMapping("/assessments/{id}/answers")
    Object answers(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            User user,
            RedirectAttributes flash) {
        Assessment assessment = get(id);
        FormsController.requireOpen(door, user, assessment.person());
        Fields fields = new Fields(sent);
        String key = fields.has("key") ? "answers-" + id + "-" + fields.text("key") : null;
        return switch (desk.save(assessment, given(assessment, fields), user.actor(), key)) {
            case AssessmentDesk.Faulty(var faults) -> {
                ModelAndView again = page(assessment, user, fields, faults, Said.NOTHING);
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield again;
            }
            case AssessmentDesk.Refused(String code, String why) -> {
                flash.addFlashAttribute("said", new Said("", why));
                yield "redirect:/assessments/" + id;
            }
            case AssessmentDesk.Kept kept -> {
                flash.addFlashAttribute("said", kept(assessment, fields, kept.asked(), user));
                yield "redirect:/assessments/" + id;
            }
        };
    }

    private Said kept(Assessment assessment, Fields fields, int asked, User user) {
        String kept = switch (asked) {
            case 0 -> "Nothing new was asked.";
            case 1 -> "One answer is kept.";
            default -> asked + " answers are kept.";
        };
        return fields.text("do").equals("complete")
                ? Said.of(
                        desk.tell(assessment, new AssessmentCommand.Complete(), user.actor(), null),
                        kept + " The form is complete.")
                : new Said(kept + " You can go on later; nothing is lost.", "");
    }

    /** The answers of a form's fields; a question whose field is empty was not asked. */
    private List<Given> given(Assessment assessment, Fields fields) {
        return bank.form(assessment.form()).orElseThrow().questions().stream()
                .filter(q -> fields.has("a-" + q))
                .map(q -> new Given(
                        q,
                        fields.text("a-" + q),
                        fields.has("sure-" + q) ? fields.text("sure-" + q) : "certain",
                        fields.text("why-" + q)))
                .toList();
    }

    @Needs(Permission.RECORD_CARE)
    @PostMapping("/assessments/{id}/{word}")
    String tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> sent,
            User user,
            RedirectAttributes flash) {
        Assessment assessment = get(id);
        FormsController.requireOpen(door, user, assessment.person());
        AssessmentCommand command = Commands.read(word, new Fields(sent))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no command (" + word + "). Maybe: one of " + Commands.WORDS));
        Entry entry = desk.tell(assessment, command, user.actor(), null);
        flash.addFlashAttribute("said", Said.of(entry, Commands.done(command)));
        return "redirect:/assessments/" + id;
    }
}
