package uk.homeward.server.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.programme.Programme;
import uk.homeward.journey.programme.Risk;
import uk.homeward.journey.programme.Score;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.web.Fields;

/** Programmes and risks for scripts. */
@RestController
@Needs(Permission.READ_PROGRAMMES)
class ProgrammeApi {

    private final ProgrammePages pages;
    private final ChangeBook book;
    private final ChangeTelling telling;
    private final Place place;

    ProgrammeApi(ProgrammePages pages, ChangeBook book, ChangeTelling telling, Place place) {
        this.pages = pages;
        this.book = book;
        this.telling = telling;
        this.place = place;
    }

    /** One programme in the list. */
    record Line(String id, String title, String strand, String owner, String status, String why, Instant since) {}

    /** One outcome. */
    record Outcome(
            String id,
            String title,
            String unit,
            @Nullable String measure,
            @Nullable Double baseline,
            @Nullable LocalDate baselineOn,
            @Nullable Double target,
            @Nullable LocalDate targetBy,
            String status,
            String why,
            @Nullable String opinion) {}

    /** One milestone, with what the critical path says of it. */
    record Stop(
            String id,
            String title,
            @Nullable LocalDate planned,
            @Nullable LocalDate forecast,
            @Nullable LocalDate reached,
            @Nullable LocalDate expected,
            @Nullable Long slack,
            boolean critical,
            List<String> after) {}

    /** One benefit beside what was counted. */
    record Benefit(
            String id,
            String title,
            String status,
            String why,
            @Nullable String explained) {}

    /** One risk. */
    record RiskLine(
            String id,
            String programme,
            String cause,
            String event,
            String effect,
            String owner,
            String organisation,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable Integer score,
            @Nullable LocalDate nextReview,
            long daysLate,
            boolean open,
            int version) {}

    @GetMapping("/api/programmes")
    List<Line> list(@RequestParam(name = "as-of", defaultValue = "") String asOf) {
        return pages.lines(day(asOf)).stream()
                .map(l -> new Line(
                        l.programme().id(),
                        l.programme().title(),
                        l.programme().described().strand(),
                        l.programme().described().owner(),
                        l.status().standing().word(),
                        l.status().sentence(),
                        l.programme().since()))
                .toList();
    }

    @GetMapping("/api/programmes/{id}")
    Map<String, Object> programme(
            @PathVariable String id, @RequestParam(name = "as-of", defaultValue = "") String asOf) {
        ProgrammeView view = pages.view(id, day(asOf), false)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no programme (" + id + ")."));
        Programme p = view.programme();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", p.id());
        answer.put("version", p.version());
        answer.put("asOf", view.asOf().day());
        answer.put("described", p.described());
        answer.put("status", view.status().standing().word());
        answer.put("why", view.status().sentence());
        answer.put(
                "outcomes", view.outcomes().stream().map(ProgrammeApi::outcome).toList());
        answer.put("milestones", p.milestones().stream().map(m -> stop(view, m)).toList());
        answer.put("dependencies", p.dependencies());
        answer.put("decisions", p.decisions());
        answer.put("actions", p.actions());
        answer.put(
                "benefits", view.benefits().stream().map(ProgrammeApi::benefit).toList());
        answer.put("risks", view.risks().stream().map(r -> risk(r, view.asOf())).toList());
        return answer;
    }

    private static Outcome outcome(OutcomeLine line) {
        OutcomeSet o = line.outcome();
        return new Outcome(
                o.outcome(),
                o.title(),
                o.unit(),
                o.measure().isEmpty() ? null : o.measure(),
                o.baseline(),
                o.baselineOn(),
                o.target(),
                o.targetBy(),
                line.status().standing().word(),
                line.status().sentence(),
                line.opinion() == null ? null : line.opinion().what().opinion().words());
    }

    private static Stop stop(ProgrammeView view, uk.homeward.journey.programme.Milestone m) {
        var at = view.path().find(view.programme().id() + "/" + m.id());
        return new Stop(
                m.id(),
                m.title(),
                m.planned(),
                m.expected(),
                m.reached(),
                at.map(s -> s.expected()).orElse(null),
                at.map(s -> s.slack()).orElse(null),
                at.map(s -> s.critical()).orElse(false),
                m.after());
    }

    private static Benefit benefit(BenefitLine b) {
        return new Benefit(
                b.link().id(),
                b.title(),
                b.kind().word(),
                b.sentence(),
                b.explained() == null ? null : b.explained().what().words());
    }

    @PostMapping("/api/programmes/{id}/{command}")
    @Needs(Permission.EDIT_PROGRAMMES)
    Object tell(
            @PathVariable String id, @PathVariable String command, @RequestBody Map<String, Object> fields, User user) {
        boolean known = book.programmes(AsOf.today(book.today())).find(id).isPresent();
        if (!known && !command.equals("describe")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no programme (" + id + ").");
        }
        return ChangeTelling.json(telling.programme(id, command, Fields.ofJson(fields), user));
    }

    @GetMapping("/api/risks")
    List<RiskLine> risks(@RequestParam(name = "as-of", defaultValue = "") String asOf) {
        AsOf day = day(asOf);
        return RiskRegister.sorted(book.risks(day), RiskRegister.Order.URGENCY, day.day(), place.zone()).stream()
                .map(r -> risk(r, day))
                .toList();
    }

    @GetMapping("/api/risks/{id}")
    Map<String, Object> risk(@PathVariable String id, @RequestParam(name = "as-of", defaultValue = "") String asOf) {
        AsOf day = day(asOf);
        Risk risk = book.risk(id, day)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no risk (" + id + ")."));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("risk", risk(risk, day));
        answer.put("mitigations", risk.mitigations());
        answer.put(
                "history",
                Told.history(book.told(
                        new uk.homeward.journey.event.Subject(uk.homeward.journey.event.Subject.Kind.RISK, id), day)));
        return answer;
    }

    private RiskLine risk(Risk r, AsOf day) {
        return new RiskLine(
                r.id(),
                r.described().programme(),
                r.described().cause(),
                r.described().event(),
                r.described().effect(),
                r.described().owner(),
                r.organisation(),
                r.before().map(Score::value).orElse(null),
                r.after().map(Score::value).orElse(null),
                r.score().map(Score::value).orElse(null),
                r.due(place.zone()).orElse(null),
                Math.max(0, r.late(day.day(), place.zone())),
                r.isOpen(),
                r.version());
    }

    @PostMapping("/api/risks/{id}/{command}")
    @Needs(Permission.EDIT_PROGRAMMES)
    Object tellRisk(
            @PathVariable String id, @PathVariable String command, @RequestBody Map<String, Object> fields, User user) {
        boolean known = book.risk(id, AsOf.today(book.today())).isPresent();
        if (!known && !command.equals("describe")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no risk (" + id + ").");
        }
        return ChangeTelling.json(telling.risk(id, command, Fields.ofJson(fields), user));
    }

    private AsOf day(String asOf) {
        AsOf day = book.asOf(asOf);
        if (!day.fault().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, day.fault());
        }
        return day;
    }
}
