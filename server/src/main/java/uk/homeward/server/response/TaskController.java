package uk.homeward.server.response;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.time.PlaceTime;

/** My tasks: what is written down for me, the journeys that I have taken on, and decisions that wait for my role. */
@Needs(Permission.READ_BOARDS)
@Controller
class TaskController {

    /** Checks lie weeks ahead; the list shows what is due within this time. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private final Tasks tasks;
    private final Worklist worklist;
    private final Stops stops;
    private final List<Waiting> others;
    private final PlaceTime time;

    TaskController(Tasks tasks, Worklist worklist, Stops stops, List<Waiting> others, PlaceTime time) {
        this.tasks = tasks;
        this.worklist = worklist;
        this.stops = stops;
        this.others = List.copyOf(others);
        this.time = time;
    }

    @GetMapping("/tasks")
    ModelAndView page(User user, Model model) {
        @Nullable Object reply = model.getAttribute("reply");
        return new ModelAndView("response/tasks")
                .addObject("tasks", due(user))
                .addObject("mine", mine(user))
                .addObject("decisions", decisions(user))
                .addObject("waiting", waiting(user))
                .addObject("stops", stops)
                .addObject("key", UUID.randomUUID().toString())
                .addObject("reply", reply instanceof Reply given ? given : Reply.NONE);
    }

    @GetMapping("/api/tasks")
    @ResponseBody
    Map<String, Object> forScripts(User user) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tasks", due(user));
        all.put("mine", mine(user));
        all.put("decisions", decisions(user));
        all.put("waiting", waiting(user));
        return all;
    }

    private List<Task> due(User user) {
        Instant before = time.instant().plus(AHEAD);
        return tasks.list(user, before);
    }

    private List<Waiting.Line> waiting(User user) {
        return others.stream().flatMap(other -> other.waiting(user).stream()).toList();
    }

    private List<WorkLine> mine(User user) {
        return worklist.list(new WorkQuery().where("j.staff = ?", user.id()));
    }

    /** Decisions that the pathway gives to the user's role, in their teams or in none yet, that nobody has taken on. */
    private List<WorkLine> decisions(User user) {
        return worklist.list(new WorkQuery()
                .where("j.state in ('DECIDING', 'WAITING')")
                .in("j.at", stops.decisionsOf(user.role().word()))
                .where("j.staff = ''")
                .where("(j.team = '' or j.team = any (?))", (Object)
                        user.teams().toArray(String[]::new)));
    }
}
