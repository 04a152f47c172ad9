package uk.homeward.server.response;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** The triage and response board, and the caseload of one team. */
@Needs(Permission.READ_BOARDS)
@Controller
class BoardController {

    private final Worklist worklist;
    private final Stops stops;
    private final Place place;
    private final PlaceTime time;

    BoardController(Worklist worklist, Stops stops, Place place, PlaceTime time) {
        this.worklist = worklist;
        this.stops = stops;
        this.place = place;
        this.time = time;
    }

    @GetMapping("/response")
    ModelAndView board(@RequestParam Map<String, String> asked, User user) {
        BoardFilter filter = BoardFilter.of(asked, user, stops);
        return new ModelAndView("response/board")
                .addObject("lines", worklist.list(filter.query()))
                .addObject("filter", filter)
                .addObject("stops", stops)
                .addObject("counts", worklist.counts(time.instant()))
                .addObject("place", place);
    }

    @GetMapping("/caseload")
    ModelAndView caseload(@RequestParam Map<String, String> asked, User user) {
        String own = user.teams().isEmpty() ? "" : user.teams().getFirst();
        String team = asked.getOrDefault("team", own);
        WorkQuery query = new WorkQuery()
                .where("j.team = ?", team)
                .named(asked.getOrDefault("q", "").strip())
                .sorted(WorkQuery.Sort.of(asked.getOrDefault("sort", "")))
                .page(WorkQuery.number(asked.getOrDefault("page", "1")));
        return new ModelAndView("response/caseload")
                .addObject("lines", worklist.list(query))
                .addObject("loads", worklist.loads(team, time.instant()))
                .addObject("team", team)
                .addObject("asked", Map.copyOf(asked))
                .addObject("own", List.copyOf(user.teams()))
                .addObject("stops", stops)
                .addObject("place", place);
    }
}
