package uk.homeward.server.planning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.BenefitPlanReader;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** What the programme yields, when it is cash, and who gains, as a planner sets it. */
@Controller
@Needs(Permission.PLAN_PLACE)
class BenefitController {

    private final Path file;
    private @Nullable BenefitPlan read;

    BenefitController(ServerSettings settings) {
        this.file = settings.place().resolve("benefits/early-intervention.yaml");
    }

    private synchronized @Nullable BenefitPlan plan() {
        if (read == null && Files.exists(file)) {
            read = BenefitPlanReader.read(file);
        }
        return read;
    }

    @GetMapping("/benefits")
    ModelAndView benefits(@RequestParam Map<String, String> given) {
        BenefitPlan plan = plan();
        ModelAndView page = new ModelAndView("planning/benefits");
        if (plan == null) {
            return page.addObject("inputs", null)
                    .addObject("view", null)
                    .addObject("title", "")
                    .addObject("confidence", "")
                    .addObject("csv", "");
        }
        BenefitInputs inputs = new BenefitInputs(plan, given);
        return page.addObject("inputs", inputs)
                .addObject("view", new BenefitView(inputs))
                .addObject("title", plan.title())
                .addObject("confidence", plan.confidence())
                .addObject("csv", "/benefits.csv" + Query.of(given));
    }

    @GetMapping("/benefits.csv")
    @ResponseBody
    ResponseEntity<String> csv(@RequestParam Map<String, String> given) {
        BenefitPlan plan = plan();
        String text = plan == null ? "" : new BenefitView(new BenefitInputs(plan, given)).csv();
        return ScenarioController.download(text, "text/csv", "benefits.csv");
    }
}
