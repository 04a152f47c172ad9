package uk.homeward.server.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
import uk.homeward.journey.event.CycleEvent;
import uk.homeward.journey.event.CycleEvent.Act;
import uk.homeward.journey.event.CycleEvent.CycleConcluded;
import uk.homeward.journey.event.CycleEvent.CycleNoted;
import uk.homeward.journey.event.CycleEvent.CyclePlanned;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.event.Subject.Kind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.Cycle;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.measures.LiveMeasures;
import uk.homeward.server.web.Fields;
import uk.homeward.server.web.Form;

/** Improvement cycles: what was changed, and what the measure says of it. */
@Controller
@Needs(Permission.READ_PROGRAMMES)
class CycleController {

    private final ChangeBook book;
    private final Studies studies;
    private final ChangeTelling telling;
    private final LiveMeasures measures;
    private final Place place;

    CycleController(ChangeBook book, Studies studies, ChangeTelling telling, LiveMeasures measures, Place place) {
        this.book = book;
        this.studies = studies;
        this.telling = telling;
        this.measures = measures;
        this.place = place;
    }

    @GetMapping("/cycles")
    ModelAndView list(@RequestParam(name = "as-of", defaultValue = "") String asOf, User user) {
        AsOf day = book.asOf(asOf);
        List<CycleLine> lines = book.cycles(day).stream()
                .sorted(Comparator.comparing((Cycle c) -> c.concluded().isPresent())
                        .thenComparing(c -> c.planned().startsOn(), Comparator.reverseOrder()))
                .map(c -> new CycleLine(c, studies.of(c, day).orElse(null)))
                .toList();
        return new ModelAndView("programme/cycles")
                .addObject("asOf", day)
                .addObject("lines", lines)
                .addObject("may", user.may(Permission.EDIT_PROGRAMMES) && !day.isPast());
    }

    @GetMapping("/cycles/new")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView blank() {
        return blank(Reply.NONE);
    }

    private ModelAndView blank(Reply reply) {
        return new ModelAndView("programme/cycle_new")
                .addObject("reply", reply)
                .addObject(
                        "programmes",
                        List.copyOf(book.programmes(AsOf.today(book.today())).list()))
                .addObject("measures", measures.list())
                .addObject("localities", place.localities().list());
    }

    @PostMapping("/cycles")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView plan(@RequestParam MultiValueMap<String, String> given, User user, HttpServletResponse response) {
        Fields fields = new Fields(given);
        Form form = telling.form(fields);
        AsOf today = AsOf.today(book.today());
        CyclePlanned planned = planned(form);
        String id = Names.of(
                fields.text("aim"), n -> n.equals("new") || book.cycle(n, today).isPresent());
        return telling.page(
                telling.tell(new Subject(Kind.CYCLE, id), planned, form, user),
                "plan",
                fields,
                response,
                "/cycles/" + id,
                this::blank);
    }

    private static CyclePlanned planned(Form form) {
        LocalDate starts = form.day("starts-on");
        if (starts == null && !form.fields().has("starts-on")) {
            form.fault("starts-on", "Say from which day things are done otherwise.");
        }
        return new CyclePlanned(
                form.may("programme"),
                form.need("aim", "Say what is to become better, for whom."),
                form.need("measure", "Choose the measure by which you will know."),
                form.may("locality"),
                form.need("change", "Say what is done otherwise."),
                form.may("prediction"),
                Objects.requireNonNullElse(starts, LocalDate.EPOCH),
                form.need("owner", "Name the role that leads it."));
    }

    @GetMapping("/cycles/{id}")
    ModelAndView cycle(
            @PathVariable String id, @RequestParam(name = "as-of", defaultValue = "") String asOf, User user) {
        return page(id, book.asOf(asOf), user, Reply.NONE);
    }

    @PostMapping("/cycles/{id}/{command}")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView tell(
            @PathVariable String id,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> given,
            User user,
            HttpServletResponse response) {
        AsOf today = AsOf.today(book.today());
        Cycle cycle = find(id, today);
        Fields fields = new Fields(given);
        Form form = telling.form(fields);
        CycleEvent asked = switch (command) {
            case "note" -> new CycleNoted(form.need("words", "Write what you saw."));
            case "conclude" ->
                new CycleConcluded(
                        form.one(Act.class, "act", "Choose what is done with the change."),
                        studies.of(cycle, today).map(s -> s.study().sentence()).orElse("The measure has no figures."),
                        form.need("words", "Say what you learned."));
            default ->
                throw new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no command (" + command + "). Maybe: note or conclude");
        };
        return telling.page(
                telling.tell(new Subject(Kind.CYCLE, id), asked, form, user),
                command,
                fields,
                response,
                "/cycles/" + id + "?done=" + command,
                reply -> page(id, today, user, reply));
    }

    private ModelAndView page(String id, AsOf asOf, User user, Reply reply) {
        Cycle cycle = find(id, asOf);
        Optional<Studied> studied = studies.of(cycle, asOf);
        return new ModelAndView("programme/cycle")
                .addObject("line", new CycleLine(cycle, studied.orElse(null)))
                .addObject("asOf", asOf)
                .addObject("history", Told.history(book.told(new Subject(Kind.CYCLE, id), asOf)))
                .addObject("may", user.may(Permission.EDIT_PROGRAMMES) && !asOf.isPast())
                .addObject("reply", reply);
    }

    private Cycle find(String id, AsOf asOf) {
        return book.cycle(id, asOf)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no cycle (" + id + ")"
                                + (asOf.isPast() ? " as of " + asOf.day() + ". Maybe it began later." : ".")));
    }
}
