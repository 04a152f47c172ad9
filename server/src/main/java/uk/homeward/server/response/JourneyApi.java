package uk.homeward.server.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import uk.homeward.journey.journeys.Clock;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.NotPermitted;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.RecordDoor;
import uk.homeward.server.access.User;
import uk.homeward.server.person.Sentences;
import uk.homeward.server.time.PlaceTime;
import uk.homeward.server.web.Fields;

/** The same commands and lists as on the pages, for scripts. */
@RestController
@RequestMapping("/api")
class JourneyApi {

    private final Telling telling;
    private final Worklist worklist;
    private final Stops stops;
    private final Sentences sentences;
    private final Looks looks;
    private final RecordDoor door;
    private final PlaceTime time;

    JourneyApi(
            Telling telling,
            Worklist worklist,
            Stops stops,
            Sentences sentences,
            Looks looks,
            RecordDoor door,
            PlaceTime time) {
        this.telling = telling;
        this.worklist = worklist;
        this.stops = stops;
        this.sentences = sentences;
        this.looks = looks;
        this.door = door;
        this.time = time;
    }

    /** A page of the board, most urgent first. */
    @Needs(Permission.READ_BOARDS)
    @GetMapping("/response")
    List<WorkLine> board(@RequestParam Map<String, String> asked, User user) {
        return worklist.list(BoardFilter.of(asked, user, stops).query());
    }

    @Needs(Permission.READ_REFERRALS)
    @GetMapping("/journeys/{id}")
    Map<String, Object> journey(@PathVariable String id, User user) {
        Journey journey = telling.get(id, user);
        if (!user.may(Permission.READ_PERSON)) { // whoever referred the person follows what becomes of it
            looks.keep(user, journey.person(), "journey, by a script", "");
            return view(journey);
        }
        return switch (door.open(user, journey.person(), "journey, by a script", () -> view(journey))) {
            case RecordDoor.Open<Map<String, Object>> open -> open.read();
            case RecordDoor.Closed<Map<String, Object>> closed ->
                throw new NotPermitted(
                        "record-closed",
                        closed.answer().why() + " Ask the team that cares for them, or give a reason on a page.");
            case RecordDoor.Nobody<Map<String, Object>> nobody ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such person any more");
        };
    }

    @Needs(Permission.ACT_ON_JOURNEY)
    @PostMapping("/journeys/{id}/{word}")
    ResponseEntity<Object> tell(
            @PathVariable String id,
            @PathVariable String word,
            @RequestBody(required = false) @Nullable Map<String, Object> body,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            User user) {
        Fields fields = Fields.ofJson(body == null ? Map.of() : body);
        return switch (telling.tell(id, word, fields, user, key)) {
            case Outcome.Done done -> ResponseEntity.ok(view(done.journey()));
            case Outcome.Refused refused -> Problems.refused(refused.code(), refused.why());
            case Outcome.Conflict conflict -> Problems.conflict(conflict.journey(), conflict.changed());
            case Outcome.Faulty faulty -> Problems.faulty(faulty.faults());
        };
    }

    private Map<String, Object> view(Journey journey) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", journey.id());
        view.put("person", journey.person());
        view.put("pathway", journey.pathway().id().value());
        view.put("version", journey.version());
        view.put("state", journey.state().getClass().getSimpleName());
        view.put("now", stops.now(journey));
        view.put("since", journey.state().since());
        view.put("decision", journey.dueDecision().map(d -> d.id().value()).orElse(null));
        view.put("options", stops.options(journey));
        view.put(
                "clocks",
                journey.clocks().stream().filter(Clock::counts).map(this::clock).toList());
        view.put("timeline", sentences.of(journey));
        return view;
    }

    private Map<String, Object> clock(Clock clock) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("standard", clock.standard().value());
        view.put("status", clock.at(time.instant()).name());
        view.put("startedAt", clock.startedAt());
        view.put("deadline", clock.deadline());
        view.put("stoppedAt", clock.stoppedAt());
        return view;
    }
}
