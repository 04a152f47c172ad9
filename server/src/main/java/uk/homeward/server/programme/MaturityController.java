package uk.homeward.server.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.event.MaturityEvent.Level;
import uk.homeward.journey.event.MaturityEvent.PracticeAssessed;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Locality;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.Maturity;
import uk.homeward.journey.programme.MaturityMatrix;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.web.CsvLine;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** The maturity matrix: how far each locality is with each practice, and what shows it. */
@Controller
@Needs(Permission.READ_PROGRAMMES)
class MaturityController {

    private final ChangeBook book;
    private final PlaceData data;
    private final ChangeTelling telling;
    private final Place place;

    MaturityController(ChangeBook book, PlaceData data, ChangeTelling telling, Place place) {
        this.book = book;
        this.data = data;
        this.telling = telling;
        this.place = place;
    }

    @GetMapping("/maturity")
    ModelAndView matrix(@RequestParam(name = "as-of", defaultValue = "") String asOf, User user) {
        return page(book.asOf(asOf), user, Reply.NONE);
    }

    private ModelAndView page(AsOf asOf, User user, Reply reply) {
        return new ModelAndView("programme/maturity")
                .addObject("asOf", asOf)
                .addObject("matrix", data.matrix())
                .addObject("localities", place.localities().list())
                .addObject("maturity", book.maturity(asOf))
                .addObject("may", user.may(Permission.EDIT_PROGRAMMES) && !asOf.isPast())
                .addObject("reply", reply);
    }

    @GetMapping("/maturity.csv")
    ResponseEntity<String> csv(@RequestParam(name = "as-of", defaultValue = "") String asOf) {
        Map<String, Maturity> maturity = book.maturity(book.asOf(asOf));
        StringBuilder csv = new StringBuilder("locality,practice,level,evidence,on,by\n");
        for (Locality locality : place.localities().list()) {
            Maturity of = maturity.get(locality.id().value());
            for (MaturityMatrix.Practice practice : data.matrix().practices()) {
                if (of != null) {
                    of.of(practice.id())
                            .ifPresent(said -> csv.append(CsvLine.of(
                                            locality.id().value(),
                                            practice.id(),
                                            said.what().level().name(),
                                            said.what().evidence(),
                                            said.at()
                                                    .atZone(place.zone())
                                                    .toLocalDate()
                                                    .toString(),
                                            said.by().name()))
                                    .append('\n'));
                }
            }
        }
        return Download.csv("maturity.csv", csv.toString());
    }

    @PostMapping("/maturity/{locality}")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView assess(
            @PathVariable String locality,
            @RequestParam MultiValueMap<String, String> given,
            User user,
            HttpServletResponse response) {
        if (place.localities().list().stream().noneMatch(l -> l.id().value().equals(locality))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no locality (" + locality + ").");
        }
        Fields fields = new Fields(given);
        Form form = telling.form(fields);
        PracticeAssessed asked = new PracticeAssessed(
                form.need("practice", "Choose a practice."),
                form.one(Level.class, "level", "Choose how far it is."),
                form.may("evidence"));
        return telling.page(
                telling.tell(new Subject(Kind.MATURITY, locality), asked, form, user),
                "assess",
                fields,
                response,
                "/maturity?done=assess",
                reply -> page(AsOf.today(book.today()), user, reply));
    }
}
