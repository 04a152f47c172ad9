package uk.homeward.server.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.Programme;
import uk.homeward.journey.programme.Risk;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.measures.LiveMeasures;
import uk.homeward.server.measures.Reading;
import uk.homeward.server.web.Fields;

/** The risk register that all organisations share, and the page of each risk. */
@Controller
@Needs(Permission.READ_PROGRAMMES)
class RiskController {

    private final ChangeBook book;
    private final ChangeTelling telling;
    private final LiveMeasures measures;
    private final Place place;

    RiskController(ChangeBook book, ChangeTelling telling, LiveMeasures measures, Place place) {
        this.book = book;
        this.telling = telling;
        this.measures = measures;
        this.place = place;
    }

    @GetMapping("/risks")
    ModelAndView register(
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam Map<String, String> given,
            User user) {
        AsOf day = book.asOf(asOf);
        return new ModelAndView("programme/risks")
                .addObject("register", register(given, day))
                .addObject("asOf", day)
                .addObject("may", user.may(Permission.EDIT_PROGRAMMES) && !day.isPast());
    }

    @GetMapping("/risks.csv")
    ResponseEntity<String> csv(
            @RequestParam(name = "as-of", defaultValue = "") String asOf, @RequestParam Map<String, String> given) {
        return Download.csv("risks.csv", register(given, book.asOf(asOf)).csv());
    }

    private RiskRegister register(Map<String, String> given, AsOf day) {
        RiskRegister.Choice choice = new RiskRegister.Choice(
                given.getOrDefault("q", "").strip(),
                given.getOrDefault("programme", ""),
                given.getOrDefault("organisation", ""),
                given.getOrDefault("show", ""),
                given.getOrDefault("cell", ""),
                RiskRegister.Order.of(given.getOrDefault("sort", "")));
        return RiskRegister.of(book.risks(day), choice, titles(day), day.day(), place.zone());
    }

    private Map<String, String> titles(AsOf day) {
        Map<String, String> titles = new TreeMap<>();
        for (Programme programme : book.programmes(day).list()) {
            titles.put(programme.id(), programme.title());
        }
        return titles;
    }

    @GetMapping("/risks/new")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView blank(
            @RequestParam(defaultValue = "") String programme, @RequestParam(defaultValue = "") String measure) {
        return blank(Reply.NONE, programme, measure);
    }

    private ModelAndView blank(Reply reply, String programme, String measure) {
        return new ModelAndView("programme/risk_new")
                .addObject("reply", reply)
                .addObject("programme", programme)
                .addObject("measure", measure)
                .addObject("lists", lists());
    }

    private RiskView.Lists lists() {
        return new RiskView.Lists(
                titles(AsOf.today(book.today())), place.organisations().list(), measures.list());
    }

    @PostMapping("/risks")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView raise(@RequestParam MultiValueMap<String, String> form, User user, HttpServletResponse response) {
        Fields fields = new Fields(form);
        AsOf today = AsOf.today(book.today());
        String id = Names.of(
                fields.text("event"),
                n -> n.equals("new") || book.risk(n, today).isPresent());
        return telling.page(
                telling.risk(id, "describe", fields, user),
                "describe",
                fields,
                response,
                "/risks/" + id,
                reply -> blank(reply, fields.text("programme"), fields.text("measure")));
    }

    @GetMapping("/risks/{id}")
    ModelAndView risk(
            @PathVariable String id, @RequestParam(name = "as-of", defaultValue = "") String asOf, User user) {
        return page(id, book.asOf(asOf), user, Reply.NONE);
    }

    @PostMapping("/risks/{id}/{command}")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView tell(
            @PathVariable String id,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> form,
            User user,
            HttpServletResponse response) {
        AsOf today = AsOf.today(book.today());
        find(id, today);
        Fields fields = new Fields(form);
        return telling.page(
                telling.risk(id, command, fields, user),
                command,
                fields,
                response,
                "/risks/" + id + "?done=" + command,
                reply -> page(id, today, user, reply));
    }

    private ModelAndView page(String id, AsOf asOf, User user, Reply reply) {
        Risk risk = find(id, asOf);
        List<RiskView.Watched> watched = risk.described().measures().stream()
                .flatMap(m -> measures.find(m).stream())
                .map(m -> {
                    Optional<Reading> reading = measures.reading(m.id(), "", asOf.day());
                    return new RiskView.Watched(m, reading.orElse(null));
                })
                .toList();
        RiskView view = new RiskView(
                risk,
                asOf,
                place.zone(),
                titles(asOf).getOrDefault(risk.described().programme(), ""),
                watched,
                Told.history(book.told(new Subject(Kind.RISK, id), asOf)),
                lists(),
                user.may(Permission.EDIT_PROGRAMMES) && !asOf.isPast());
        return new ModelAndView("programme/risk").addObject("view", view).addObject("reply", reply);
    }

    private Risk find(String id, AsOf asOf) {
        return book.risk(id, asOf)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no risk (" + id + ")"
                                + (asOf.isPast() ? " as of " + asOf.day() + ". Maybe it was raised later." : ".")));
    }
}
