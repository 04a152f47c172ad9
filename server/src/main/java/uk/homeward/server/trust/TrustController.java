package uk.homeward.server.trust;

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
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.TrustEvent.Finding;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fault;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** The privacy officer's pages: openings with a reason, and the organisations' agreements. */
@Controller
@Needs(Permission.REVIEW_ACCESS)
class TrustController {

    private final GlassQueue openings;
    private final Sharing sharing;
    private final Place place;
    private final PlaceTime time;

    TrustController(GlassQueue openings, Sharing sharing, Place place, PlaceTime time) {
        this.openings = openings;
        this.sharing = sharing;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/openings")
    ModelAndView openings(User user) {
        return openings(user, "", List.of());
    }

    @PostMapping("/openings/{id}")
    ModelAndView review(@PathVariable String id, @RequestParam MultiValueMap<String, String> filled, User user) {
        Form form = new Form(new Fields(filled), place.zone(), time.instant());
        Finding finding = form.one(Finding.class, "finding", "Choose what you found");
        String note = form.may("note");
        if (!form.faults().isEmpty()) {
            return openings(user, id, form.faults());
        }
        return switch (openings.review(user, id, finding, note)) {
            case Entry.Done done -> new ModelAndView("redirect:/openings");
            case Entry.Refused(String code, String why) -> openings(user, id, List.of(new Fault("note-" + id, why)));
        };
    }

    private ModelAndView openings(User user, String at, List<Fault> faults) {
        return faulty(
                new ModelAndView("trust/openings")
                        .addObject("openings", openings.list(user))
                        .addObject("at", at)
                        .addObject("faults", faults),
                faults);
    }

    @GetMapping("/sharing-agreements")
    ModelAndView agreements(User user) {
        return new ModelAndView("trust/agreements").addObject("agreements", sharing.agreements());
    }

    @GetMapping("/sharing-agreements/{organisation}")
    ModelAndView agreement(@PathVariable String organisation, User user) {
        return agreement(organisation, Fields.NONE, List.of());
    }

    @PostMapping("/sharing-agreements/{organisation}")
    ModelAndView change(
            @PathVariable String organisation, @RequestParam MultiValueMap<String, String> filled, User user) {
        find(organisation);
        Fields fields = new Fields(filled);
        Form form = new Form(fields, place.zone(), time.instant());
        boolean ends = form.may("what").equals("end");
        String words = form.may("words");
        var until = ends ? null : form.day("until");
        if (!form.faults().isEmpty()) {
            return agreement(organisation, fields, form.faults());
        }
        Entry entry = ends ? sharing.end(user, organisation, words) : sharing.make(user, organisation, words, until);
        return switch (entry) {
            case Entry.Done done -> new ModelAndView("redirect:/sharing-agreements/" + organisation);
            case Entry.Refused(String code, String why) ->
                agreement(organisation, fields, List.of(new Fault("words", why)));
        };
    }

    private ModelAndView agreement(String organisation, Fields fields, List<Fault> faults) {
        return faulty(
                new ModelAndView("trust/agreement")
                        .addObject("agreement", find(organisation))
                        .addObject("history", sharing.history(Subject.sharing(organisation)))
                        .addObject("fields", fields)
                        .addObject("faults", faults),
                faults);
    }

    private Sharing.Agreement find(String organisation) {
        Optional<Sharing.Agreement> found = sharing.agreements().stream()
                .filter(a -> a.organisation().id().value().equals(organisation))
                .findFirst();
        return found.orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND, "there is no organisation (" + organisation + ") in this place"));
    }

    static ModelAndView faulty(ModelAndView page, List<Fault> faults) {
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
