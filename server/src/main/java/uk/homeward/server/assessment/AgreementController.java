package uk.homeward.server.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.event.AgreementEvent.Terms;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Who may assess for whom: everybody reads it; those who answer for it make, change and end it. */
@Controller
class AgreementController {

    private final Agreements agreements;
    private final AssessmentFigures figures;
    private final Bank bank;
    private final Place place;
    private final PlaceTime time;
    private final Titles titles;

    AgreementController(
            Agreements agreements, AssessmentFigures figures, Bank bank, Place place, PlaceTime time, Titles titles) {
        this.agreements = agreements;
        this.figures = figures;
        this.bank = bank;
        this.place = place;
        this.time = time;
        this.titles = titles;
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/agreements")
    ModelAndView list(User user) {
        return new ModelAndView("assessment/agreements")
                .addObject("agreements", agreements.list())
                .addObject("use", figures.byAgreement())
                .addObject("today", today())
                .addObject("titles", titles)
                .addObject("may", user.may(Permission.KEEP_AGREEMENTS));
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/agreements/{id}")
    ModelAndView one(@PathVariable String id, User user, Model model) {
        return new ModelAndView("assessment/agreement")
                .addObject("agreement", get(id))
                .addObject("use", figures.byAgreement().getOrDefault(id, AssessmentFigures.Use.NONE))
                .addObject("history", agreements.history(id))
                .addObject("today", today())
                .addObject("titles", titles)
                .addObject("may", user.may(Permission.KEEP_AGREEMENTS))
                .addObject("said", model.getAttribute("said") instanceof Said s ? s : Said.NOTHING);
    }

    @Needs(Permission.KEEP_AGREEMENTS)
    @GetMapping("/agreements/new")
    ModelAndView blank() {
        return form("", Fields.NONE, List.of(), "");
    }

    @Needs(Permission.KEEP_AGREEMENTS)
    @GetMapping("/agreements/{id}/edit")
    ModelAndView edit(@PathVariable String id) {
        return form(id, AgreementFields.of(get(id).terms()), List.of(), "");
    }

    @Needs(Permission.KEEP_AGREEMENTS)
    @PostMapping("/agreements")
    Object make(@RequestParam MultiValueMap<String, String> sent, User user, RedirectAttributes flash) {
        Fields fields = new Fields(sent);
        Form form = new Form(fields, place.zone(), time.instant());
        Terms terms = AgreementFields.read(form, today(), bank.forms().keySet(), place);
        String id = fields.text("id");
        if (!form.faults().isEmpty()) {
            return form(id, fields, form.faults(), "");
        }
        String known = id.isEmpty() ? word(terms.title()) : get(id).id();
        return switch (agreements.make(known, terms, user.actor())) {
            case Entry.Done done -> {
                flash.addFlashAttribute("said", new Said("The agreement is kept.", ""));
                yield "redirect:/agreements/" + known;
            }
            case Entry.Refused(String code, String why) -> form(id, fields, List.of(), why);
        };
    }

    @Needs(Permission.KEEP_AGREEMENTS)
    @PostMapping("/agreements/{id}/end")
    String end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            User user,
            RedirectAttributes flash) {
        get(id);
        Entry entry = agreements.end(id, reason.strip(), user.actor());
        flash.addFlashAttribute(
                "said",
                Said.of(entry, "The agreement is ended. What was assessed under it stays trusted while it is valid."));
        return "redirect:/agreements/" + id;
    }

    private ModelAndView form(String id, Fields fields, List<Fault> faults, String why) {
        ModelAndView page = new ModelAndView("assessment/agreement_form")
                .addObject("id", id)
                .addObject("fields", fields)
                .addObject("faults", faults)
                .addObject("said", new Said("", why))
                .addObject("bank", bank)
                .addObject("organisations", place.organisations().list());
        if (!faults.isEmpty() || !why.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private Agreements.Line get(String id) {
        return agreements
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no agreement (" + id + "). Maybe: look at the list"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), place.zone());
    }

    static String word(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return words.substring(0, Math.min(40, words.length())) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }
}
