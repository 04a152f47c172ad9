package uk.homeward.server.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** Scenarios for scripts. */
@RestController
@RequestMapping("/api/scenarios")
@Needs(Permission.PLAN_PLACE)
class ScenarioApi {

    private final Scenarios scenarios;
    private final ScenarioDesk desk;
    private final PlayingScenarios playing;
    private final PathwaySource source;

    ScenarioApi(Scenarios scenarios, ScenarioDesk desk, PlayingScenarios playing, PathwaySource source) {
        this.scenarios = scenarios;
        this.desk = desk;
        this.playing = playing;
        this.source = source;
    }

    /** What a script asks for: a title, and changes as they stand in addresses, such as {@code pool:home-places:1140}. */
    record Asked(@Nullable String title, @Nullable List<@Nullable String> changes) {}

    @GetMapping
    List<ScenarioLine> list(User user) {
        return scenarios.list(user);
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable String id, User user) {
        SavedScenario saved = scenarios
                .find(id, user)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such scenario"));
        Map<String, Object> answer = new HashMap<>();
        answer.put("id", saved.id());
        answer.put("title", saved.title());
        answer.put("changes", saved.changes());
        answer.put("percent", playing.progress(id).orElse(saved.isPlayed() ? 100 : 0));
        answer.put("result", saved.result());
        answer.put("asIs", saved.asIs());
        answer.put("fault", saved.fault());
        return answer;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> play(@RequestBody Asked asked, User user) {
        if (asked.title() == null || asked.changes() == null || asked.changes().contains(null)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "A scenario has a title and a list of changes");
        }
        List<String> changes = List.copyOf(asked.changes());
        List<String> wrong = changes.stream()
                .filter(code -> Change.read(code, source.pathway()).isEmpty())
                .toList();
        if (!wrong.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "These changes cannot be (" + String.join(", ", wrong)
                            + "). Maybe: pool:NAME:PLACES:DAY, step:NAME:PERCENT, share:DECISION:OPTION:PERCENT or"
                            + " route:NAME:PERCENT");
        }
        String id = desk.play(Draft.of(asked.title(), changes, source.pathway()), user);
        return Map.of("id", id);
    }
}
