package uk.homeward.server.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import uk.homeward.server.journal.Entry;
import uk.homeward.server.web.Fault;

/** The page of the pressure on the place. */
@Controller
class EscalationController {

    private final Pressure pressure;

    EscalationController(Pressure pressure) {
        this.pressure = pressure;
    }

    @Needs(Permission.READ_AGGREGATES)
    @GetMapping("/escalation")
    ModelAndView page(User user, Model model) {
        return new ModelAndView("capacity/escalation")
                .addObject("now", pressure.now())
                .addObject("plan", pressure.plan())
                .addObject("readings", pressure.readings())
                .addObject("history", pressure.history())
                .addObject("done", pressure.done())
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
        view.put("underway", now.underway());
        return view;
    }

    private static Map<String, Object> view(Reading reading) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("indicator", reading.indicator().id());
        view.put("value", Double.isNaN(reading.value()) ? null : reading.value());
        view.put("level", reading.level());
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

    @Needs(Permission.MANAGE_CAPACITY)
    @PostMapping("/escalation/{action}/{word}")
    String tell(
            @PathVariable String action,
            @PathVariable String word,
            @RequestParam(defaultValue = "") String note,
            User user,
            RedirectAttributes flash) {
        Entry entry = word.equals("end")
                ? pressure.end(action, note, user.actor())
                : pressure.begin(action, note, user.actor());
        flash.addFlashAttribute(
                "reply",
                switch (entry) {
                    case Entry.Done done -> new UnitReply(word.equals("end") ? "Ended." : "Under way.", List.of());
                    case Entry.Refused(String code, String why) -> new UnitReply("", List.of(new Fault("", why)));
                });
        return "redirect:/escalation";
    }
}
