package uk.homeward.server.programme;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
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
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.web.CsvLine;
import uk.homeward.server.web.Fields;

/** The list of programmes, the page of each, its highlight report, and what changed. */
@Controller
@Needs(Permission.READ_PROGRAMMES)
class ProgrammeController {

    private final ChangeBook book;
    private final ProgrammePages pages;
    private final ChangeTelling telling;

    ProgrammeController(ChangeBook book, ProgrammePages pages, ChangeTelling telling) {
        this.book = book;
        this.pages = pages;
        this.telling = telling;
    }

    @GetMapping("/programmes")
    ModelAndView list(
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String strand,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            User user) {
        AsOf day = book.asOf(asOf);
        List<ProgrammeLine> all = pages.lines(day);
        return new ModelAndView("programme/programmes")
                .addObject("asOf", day)
                .addObject("all", all)
                .addObject(
                        "lines",
                        all.stream()
                                .filter(l -> l.fits(strand, status, q.strip()))
                                .toList())
                .addObject(
                        "strands",
                        all.stream()
                                .map(l -> l.programme().described().strand())
                                .filter(s -> !s.isEmpty())
                                .distinct()
                                .sorted()
                                .toList())
                .addObject("strand", strand)
                .addObject("status", status)
                .addObject("q", q)
                .addObject("may", user.may(Permission.EDIT_PROGRAMMES) && !day.isPast());
    }

    @GetMapping("/programmes.csv")
    ResponseEntity<String> csv(@RequestParam(name = "as-of", defaultValue = "") String asOf) {
        StringBuilder csv = new StringBuilder(
                "id,title,strand,owner,status,why,overdue_milestones,open_decisions,overdue_actions,open_risks,source\n");
        for (ProgrammeLine l : pages.lines(book.asOf(asOf))) {
            var d = l.programme().described();
            csv.append(CsvLine.of(
                            l.programme().id(),
                            d.title(),
                            d.strand(),
                            d.owner(),
                            l.status().standing().word(),
                            l.status().sentence(),
                            String.valueOf(l.overdueMilestones()),
                            String.valueOf(l.openDecisions()),
                            String.valueOf(l.overdueActions()),
                            String.valueOf(l.risks()),
                            d.source()))
                    .append('\n');
        }
        return Download.csv("programmes.csv", csv.toString());
    }

    @GetMapping("/programmes/changes")
    ModelAndView changes(
            @RequestParam(name = "as-of", defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String since) {
        AsOf day = book.asOf(asOf);
        LocalDate from = day.day().minusDays(28);
        String fault = "";
        try {
            from = since.isBlank() ? from : LocalDate.parse(since.strip());
        } catch (DateTimeException e) {
            fault = "This is not a date (" + since + "), so you see four weeks. Write it as 2018-04-01.";
        }
        return new ModelAndView("programme/changes")
                .addObject("asOf", day)
                .addObject("since", from)
                .addObject("fault", fault)
                .addObject(
                        "lines", book.between(from, day).stream().map(Told::of).toList());
    }

    @GetMapping("/programmes/new")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView blank() {
        return new ModelAndView("programme/programme_new").addObject("reply", Reply.NONE);
    }

    @PostMapping("/programmes")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView create(@RequestParam MultiValueMap<String, String> form, User user, HttpServletResponse response) {
        Fields fields = new Fields(form);
        String id = Names.of(
                fields.text("title"),
                n -> n.equals("new")
                        || book.programmes(AsOf.today(book.today())).find(n).isPresent());
        return telling.page(
                telling.programme(id, "describe", fields, user),
                "describe",
                fields,
                response,
                "/programmes/" + id,
                reply -> new ModelAndView("programme/programme_new").addObject("reply", reply));
    }

    @GetMapping("/programmes/{id}")
    ModelAndView programme(
            @PathVariable String id, @RequestParam(name = "as-of", defaultValue = "") String asOf, User user) {
        return page(id, book.asOf(asOf), user, Reply.NONE);
    }

    @GetMapping("/programmes/{id}/report")
    ModelAndView report(
            @PathVariable String id, @RequestParam(name = "as-of", defaultValue = "") String asOf, User user) {
        return new ModelAndView("programme/report").addObject("view", view(id, book.asOf(asOf), user));
    }

    @PostMapping("/programmes/{id}/{command}")
    @Needs(Permission.EDIT_PROGRAMMES)
    ModelAndView tell(
            @PathVariable String id,
            @PathVariable String command,
            @RequestParam MultiValueMap<String, String> form,
            User user,
            HttpServletResponse response) {
        AsOf today = AsOf.today(book.today());
        view(id, today, user);
        Fields fields = new Fields(form);
        return telling.page(
                telling.programme(id, command, fields, user),
                command,
                fields,
                response,
                "/programmes/" + id + "?done=" + command + "#" + section(command),
                reply -> page(id, today, user, reply));
    }

    /** The part of the page on which a command stands. */
    private static String section(String command) {
        return switch (command) {
            case "outcome", "drop-outcome", "opinion" -> "outcomes";
            case "milestone", "forecast", "reached", "drop-milestone" -> "milestones";
            case "ask-decision", "decide" -> "decisions";
            case "action", "close-action" -> "actions";
            case "gap" -> "benefits";
            default -> "top";
        };
    }

    private ModelAndView page(String id, AsOf asOf, User user, Reply reply) {
        return new ModelAndView("programme/programme")
                .addObject("view", view(id, asOf, user))
                .addObject("reply", reply);
    }

    private ProgrammeView view(String id, AsOf asOf, User user) {
        return pages.view(id, asOf, user.may(Permission.EDIT_PROGRAMMES))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no programme (" + id + ")"
                                + (asOf.isPast() ? " as of " + asOf.day() + ". Maybe it began later." : ".")));
    }
}
