package uk.homeward.server.measures;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Notes on a measure's chart, and limits that are set anew with a reason. */
@Controller
@Needs(Permission.KEEP_MEASURES)
class NotesController {

    private final Asking asking;
    private final Notes notes;
    private final Place place;
    private final PlaceTime time;

    NotesController(Asking asking, Notes notes, Place place, PlaceTime time) {
        this.asking = asking;
        this.notes = notes;
        this.place = place;
        this.time = time;
    }

    @PostMapping("/measures/{id}/notes")
    ModelAndView add(@PathVariable String id, @RequestParam MultiValueMap<String, String> filled, User user) {
        asking.measure(id);
        Form form = new Form(new Fields(filled), place.zone(), time.instant());
        Note.Kind kind = form.one(Note.Kind.class, "kind", "Choose a note or new limits.");
        LocalDate day = form.day("day");
        if (day == null && form.faults().isEmpty()) {
            form.fault("day", "Say which day it is about.");
        } else if (day != null
                && day.isAfter(time.instant().atZone(place.zone()).toLocalDate())) {
            form.fault("day", "This day is in the future (" + day + "). Choose today or a day before.");
        }
        String words =
                form.need("words", kind == Note.Kind.REBASE ? "Say why limits are set anew." : "Write what happened.");
        if (!form.faults().isEmpty() || day == null) {
            return new ModelAndView("measures/noteFaults")
                    .addObject("measure", asking.measure(id))
                    .addObject("fields", form.fields())
                    .addObject("faults", form.faults());
        }
        notes.add(id, kind, day, words, user, time.instant());
        return new ModelAndView("redirect:/measures/" + id + "#notes");
    }

    @PostMapping("/measures/{id}/notes/{note}/withdraw")
    ModelAndView withdraw(@PathVariable String id, @PathVariable long note, User user) {
        asking.measure(id);
        notes.withdraw(id, note, user, time.instant());
        return new ModelAndView("redirect:/measures/" + id + "#notes");
    }
}
