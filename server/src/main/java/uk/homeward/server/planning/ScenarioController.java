package uk.homeward.server.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;

/** Scenarios: put together on the drawn pathway, played, kept, shared and taken along. */
@Controller
@Needs(Permission.PLAN_PLACE)
class ScenarioController {

    private final Scenarios scenarios;
    private final ScenarioDesk desk;
    private final PlayingScenarios playing;
    private final PathwaySource source;
    private final Bases bases;
    private final Relief relief;
    private final Reaching reaching;
    private final YearAsItIs year;
    private final YearRuns years;

    ScenarioController(
            Scenarios scenarios,
            ScenarioDesk desk,
            PlayingScenarios playing,
            PathwaySource source,
            Bases bases,
            Relief relief,
            Reaching reaching,
            YearAsItIs year,
            YearRuns years) {
        this.scenarios = scenarios;
        this.desk = desk;
        this.playing = playing;
        this.source = source;
        this.bases = bases;
        this.relief = relief;
        this.reaching = reaching;
        this.year = year;
        this.years = years;
    }

    @GetMapping("/scenarios")
    ModelAndView list(User user) {
        return new ModelAndView("planning/scenarios").addObject("lines", scenarios.list(user));
    }

    /** @param run the run that this page waited for; blank for the place as it is now */
    @GetMapping("/scenarios/pinch")
    ModelAndView pinch(@RequestParam(defaultValue = "") String run, HttpServletResponse response) {
        Base base = bases.now(desk.now());
        YearRuns.Year asked = years.find(run).orElseGet(() -> year.year(base));
        return asked.found()
                .map(found -> new ModelAndView("planning/pinch").addObject("pinches", year.pinches(found, base.day())))
                .orElseGet(() -> waits(asked, "Where the year pinches", "/scenarios/pinch", response));
    }

    private static ModelAndView waits(YearRuns.Year asked, String title, String path, HttpServletResponse response) {
        if (!asked.isStopped()) {
            String again = path + (path.contains("?") ? "&" : "?") + "run=" + asked.id();
            response.setHeader("Refresh", "2; url=" + again);
        }
        return new ModelAndView("planning/year")
                .addObject("title", title)
                .addObject("path", path)
                .addObject("run", asked.id())
                .addObject("stopped", asked.isStopped())
                .addObject("percent", asked.percent());
    }

    @PostMapping("/scenarios/years/{run}/cancel")
    String cancelYear(@PathVariable String run, @RequestParam(defaultValue = "") String back) {
        years.cancel(run);
        String pool =
                back.startsWith("/scenarios/new?relieve=") ? back.substring("/scenarios/new?relieve=".length()) : "";
        return pool.matches("[a-z0-9-]+")
                ? "redirect:/scenarios/new?relieve=" + pool + "&run=" + run
                : "redirect:/scenarios/pinch?run=" + run;
    }

    @GetMapping("/scenarios/new")
    ModelAndView build(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "change", defaultValue = "") List<String> codes,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String relieve,
            @RequestParam(defaultValue = "") String relieved,
            @RequestParam(defaultValue = "") String run,
            HttpServletResponse response) {
        Base base = bases.now(desk.now());
        boolean known = source.pathway().pools().keySet().stream()
                .anyMatch(p -> p.value().equals(relieve));
        if (known) {
            PoolId pool = PoolId.of(relieve);
            YearRuns.Year asked = years.find(run).orElseGet(() -> relief.year(pool, base));
            Optional<Findings> found = asked.found();
            if (found.isEmpty()) {
                String words =
                        "What relieves " + source.pathway().get(pool).title().toLowerCase(java.util.Locale.ROOT);
                return waits(asked, words, "/scenarios/new?relieve=" + relieve, response);
            }
            Change.Places places = relief.of(pool, base, found.get());
            String name = "Relieve " + source.pathway().get(pool).title().toLowerCase(java.util.Locale.ROOT);
            return new ModelAndView(
                    "redirect:" + new Draft(name, List.of(places)).address("") + "&relieved=" + relieve);
        }
        Draft draft = Draft.of(title, codes, source.pathway());
        return new ModelAndView("planning/builder")
                .addObject("builder", new Builder(source, draft, base, at))
                .addObject("relieved", title(relieved))
                .addObject("reached", "")
                .addObject("faults", List.of());
    }

    private String title(String pool) {
        return source.pathway().pools().values().stream()
                .filter(p -> p.id().value().equals(pool))
                .map(p -> p.title())
                .findFirst()
                .orElse("");
    }

    /** Adds what was filled in to the draft, and comes back to the builder. */
    @GetMapping("/scenarios/change")
    ModelAndView change(
            @RequestParam Map<String, String> form,
            @RequestParam(name = "change", defaultValue = "") List<String> codes) {
        List<String> faults = new ArrayList<>();
        List<String> all = new ArrayList<>(codes);
        List<String> filled = Builder.read(form, faults);
        all.addAll(filled);
        Draft draft = Draft.of(form.getOrDefault("title", ""), all, source.pathway());
        Reaching.Answer reached = reaching.of(form, draft, faults);
        draft = reached.draft();
        if (faults.isEmpty()) {
            filled.stream()
                    .filter(code -> Change.read(code, source.pathway()).isEmpty())
                    .forEach(code -> faults.add("This cannot be ("
                            + code.substring(code.indexOf(':') + 1).replace(':', ' ')
                            + "). Places: 1 to 100,000; percent of now: 10 to 1000; shares: 0 to 100;"
                            + " hours: 0.1 to 10,000."));
        }
        if (faults.isEmpty() && reached.words().isEmpty()) {
            return new ModelAndView("redirect:" + draft.address("") + "#changes");
        }
        return new ModelAndView("planning/builder")
                .addObject("builder", new Builder(source, draft, bases.now(desk.now()), form.getOrDefault("at", "")))
                .addObject("relieved", "")
                .addObject("reached", reached.words())
                .addObject("faults", faults);
    }

    @PostMapping("/scenarios")
    String play(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "change", defaultValue = "") List<String> codes,
            User user) {
        return "redirect:/scenarios/" + desk.play(Draft.of(title, codes, source.pathway()), user);
    }

    @GetMapping("/scenarios/{id}")
    ModelAndView show(@PathVariable String id, User user, HttpServletResponse response) {
        SavedScenario saved = get(id, user);
        int percent = playing.progress(id).orElse(-1);
        if (percent >= 0) {
            response.setHeader("Refresh", "2");
        }
        return new ModelAndView("planning/scenario")
                .addObject("view", new ScenarioView(source.pathway(), saved, ScenarioDesk.day(saved)))
                .addObject("percent", percent)
                .addObject(
                        "again",
                        Draft.of(saved.title(), saved.changes(), source.pathway())
                                .address(""))
                .addObject("own", saved.owner().equals(user.id()));
    }

    private SavedScenario get(String id, User user) {
        return scenarios
                .find(id, user)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no such scenario, or it is not shared."));
    }

    @PostMapping("/scenarios/{id}/cancel")
    String cancel(@PathVariable String id, User user) {
        get(id, user);
        playing.cancel(id);
        playing.await(id, 1_000);
        return "redirect:/scenarios/" + id;
    }

    /** Plays it again, where it was stopped or the server was. */
    @PostMapping("/scenarios/{id}/play")
    String again(@PathVariable String id, User user) {
        SavedScenario saved = get(id, user);
        if (playing.progress(id).isEmpty() && !saved.isPlayed()) {
            playing.start(saved);
            playing.await(id, 1_900);
        }
        return "redirect:/scenarios/" + id;
    }

    @PostMapping("/scenarios/{id}/keep")
    String keep(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "false") boolean shared,
            User user) {
        SavedScenario saved = get(id, user);
        String name = title.isBlank() ? saved.title() : title.strip();
        scenarios.keep(id, user, name.length() > 120 ? name.substring(0, 120) : name, shared);
        return "redirect:/scenarios/" + id;
    }

    @PostMapping("/scenarios/{id}/remove")
    String remove(@PathVariable String id, User user) {
        scenarios.remove(id, user);
        return "redirect:/scenarios";
    }

    @GetMapping("/scenarios/{id}/file")
    @ResponseBody
    ResponseEntity<String> file(@PathVariable String id, User user) {
        return download(get(id, user).yaml(), "application/yaml", "scenario.yaml");
    }

    @GetMapping("/scenarios/{id}/csv")
    @ResponseBody
    ResponseEntity<String> csv(@PathVariable String id, User user) {
        SavedScenario saved = get(id, user);
        if (!saved.isPlayed()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This scenario has not been played yet.");
        }
        ScenarioView view = new ScenarioView(source.pathway(), saved, ScenarioDesk.day(saved));
        return download(view.csv(), "text/csv", "scenario.csv");
    }

    static ResponseEntity<String> download(String text, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(text);
    }
}
