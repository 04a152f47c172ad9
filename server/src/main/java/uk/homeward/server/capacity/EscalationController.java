package uk.homeward.server.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.homeward.journey.capacity.Escalation;
import uk.homeward.journey.capacity.Escalation.Reading;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.programme.WinterPlan;
import uk.homeward.server.web.Fault;

/** The page of the pressure on the place. */
@Controller
class EscalationController {

    private final Pressure pressure;
    private final WinterPlan winter;

    EscalationController(Pressure pressure, WinterPlan winter) {
        this.pressure = pressure;
        this.winter = winter;
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/escalation")
    ModelAndView page(User user, Model model) {
        return new ModelAndView("capacity/escalation")
                .addObject("now", pressure.now())
                .addObject("plan", pressure.plan())
                .addObject("readings", pressure.readings())
                .addObject("history", pressure.history())
                .addObject("actions", winter.lines())
                .addObject("mayAct", user.may(Permission.MANAGE_CAPACITY))
                .addObject("reply", model.getAttribute("reply") instanceof UnitReply r ? r : UnitReply.NONE);
    }

    @Needs(Permission.READ_AGGREGATES)
    @ResponseBody
    @GetMapping("/api/escalation")
    Map<String, Object> script() {
        Escalation now = pressure.now();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("level", now.level());
        view.put("since", now.since());
        view.put("reasons", now.reasons());
        view.put(
                "indicators",
                pressure.readings().stream().map(EscalationController::view).toList());
        view.put(
                "actions",
                winter.upTo(now.level()).stream()
                        .map(EscalationController::view)
                        .toList());
        return view;
    }

    private static Map<String, Object> view(Reading reading) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("indicator", reading.indicator().id());
        view.put("value", Double.isNaN(reading.value()) ? null : reading.value());
        view.put("level", reading.level());
        return view;
    }

    private static Map<String, Object> view(WinterPlan.Line line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("action", line.action().id());
        view.put("title", line.action().title());
        view.put("owner", line.action().owner());
        view.put("level", line.action().level());
        view.put("runsSince", line.since());
        view.put("waitingFor", line.waitingFor());
        return view;
    }

    /** Looks at the indicators now, instead of within a minute. */
    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/escalation/look")
    String look(RedirectAttributes flash) {
        pressure.look();
        flash.addFlashAttribute("reply", new UnitReply("Looked again just now.", List.of()));
        return "redirect:/escalation";
    }

    /** Starts or stops an action of the winter plan. */
    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/escalation/{action}/{word}")
    String tell(
            @PathVariable String action,
            @PathVariable String word,
            @RequestParam(defaultValue = "") String note,
            User user,
            RedirectAttributes flash) {
        Optional<String> no = word.equals("stop")
                ? winter.stop(action, note.strip(), user.actor())
                : winter.start(action, note.isBlank() ? reason() : note.strip(), user.actor());
        flash.addFlashAttribute(
                "reply",
                no.map(why -> new UnitReply("", List.of(new Fault("", why))))
                        .orElseGet(() -> new UnitReply(word.equals("stop") ? "Stopped." : "Under way.", List.of())));
        return "redirect:/escalation";
    }

    private String reason() {
        return "The place is at level " + pressure.now().level();
    }
}
