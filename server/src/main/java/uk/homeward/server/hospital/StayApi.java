package uk.homeward.server.hospital;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.place.HospitalWard;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Permits;
import uk.homeward.server.access.User;
import uk.homeward.server.response.Problems;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** The same boards and commands as on the pages, for scripts. */
@RestController
@RequestMapping("/api")
class StayApi {

    private final StayTelling telling;
    private final StayPages pages;
    private final StayLines lines;
    private final Wards wards;
    private final Permits permits;
    private final PlaceTime time;

    StayApi(StayTelling telling, StayPages pages, StayLines lines, Wards wards, Permits permits, PlaceTime time) {
        this.telling = telling;
        this.pages = pages;
        this.lines = lines;
        this.wards = wards;
        this.permits = permits;
        this.time = time;
    }

    /** A ward's board, most urgent first. */
    @Needs(Permission.READ_BOARDS)
    @GetMapping("/wards/{ward}")
    List<StayLine> ward(@PathVariable String ward, @RequestParam(defaultValue = "") String sort, User user) {
        HospitalWard found = wards.find(ward)
                .filter(w -> permits.seesHospital(user, w.site().value()))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "there is no such ward among yours (" + ward + ")"));
        return lines.onWard(found.site().value(), ward, StayLines.Sort.of(sort));
    }

    @Needs(Permission.READ_PERSON)
    @GetMapping("/stays/{ref}")
    Map<String, Object> stay(@PathVariable String ref, User user) {
        return switch (pages.open(StayRef.decode(ref), user, "stay in hospital, by a script")) {
            case StayPages.Shown(StayPage page) -> view(page.flow(), page);
            case StayPages.ClosedTo closed ->
                throw new NotPermitted(
                        "record-closed",
                        "This person's record is closed to you. Ask the ward or the hub, or give a reason on a page.");
        };
    }

    @Needs(Permission.RECORD_CARE)
    @PostMapping("/stays/{ref}/{word}")
    ResponseEntity<Object> tell(
            @PathVariable String ref,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Fields fields = Fields.ofJson(body == null ? Map.of() : body);
        return switch (telling.tell(StayRef.decode(ref), word, fields, user, key)) {
            case StayOutcome.Done done -> ResponseEntity.ok(view(done.flow(), null));
            case StayOutcome.Refused refused -> Problems.refused(refused.code(), refused.why());
            case StayOutcome.Conflict conflict -> conflict(conflict);
            case StayOutcome.Faulty faulty -> Problems.faulty(faulty.faults());
        };
    }

    private static ResponseEntity<Object> conflict(StayOutcome.Conflict conflict) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Nothing was written. Look at what changed, then send it again with the new version.");
        problem.setTitle("Somebody changed this while you looked");
        problem.setProperty("code", "changed-meanwhile");
        problem.setProperty("version", conflict.flow().version());
        problem.setProperty("changed", conflict.changed());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Map<String, Object> view(Flow flow, @Nullable StayPage page) {
        Instant now = time.instant();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("stay", flow.stay());
        view.put("version", flow.version());
        view.put("person", flow.spell().person());
        view.put("site", flow.spell().site());
        view.put("ward", flow.spell().ward());
        view.put("admittedAt", flow.spell().admittedAt());
        view.put("leftAt", flow.spell().leftAt());
        view.put("expected", flow.expectedDay().orElse(null));
        view.put("criteriaForDischarge", flow.criteriaForDischarge());
        view.put("lastRound", flow.lastReview().orElse(null));
        view.put("ready", flow.ready(now).orElse(null));
        view.put("pathway", flow.pathway().orElse(null));
        view.put("holdUps", flow.holdUps());
        view.put("tasks", flow.tasks());
        view.put("moves", flow.moves());
        view.put("decisions", flow.decisions());
        view.put("summary", flow.summary().orElse(null));
        view.put("due", flow.dues());
        if (page != null) {
            view.put("timeline", page.timeline());
        }
        return view;
    }
}
