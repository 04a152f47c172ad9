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
import uk.homeward.foresight.demand.AgeRates;
import uk.homeward.foresight.demand.DemandForecast;
import uk.homeward.foresight.demand.DemandModel;
import uk.homeward.foresight.demand.DemandScenario;
import uk.homeward.foresight.demand.DemandScenarioReader;
import uk.homeward.foresight.demand.Population;
import uk.homeward.foresight.demand.PopulationReader;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.Needs;
import uk.homeward.server.access.Permission;

/** What care will be needed, with the planner's own beliefs. */
@Controller
@Needs(Permission.PLAN_PLACE)
class DemandController {

    private static final int RUNS = 256;
    private static final long SEED = 1;

    private final Path folder;
    private @Nullable Shipped read;

    DemandController(ServerSettings settings) {
        this.folder = settings.place().resolve("demand");
    }

    /** The place's files of demand. */
    private record Shipped(Population population, AgeRates rates, DemandScenario scenario) {}

    private synchronized @Nullable Shipped files() {
        if (read == null && Files.exists(folder.resolve("demand.yaml"))) {
            Population population = PopulationReader.read(folder.resolve("population.csv"));
            read = new Shipped(
                    population,
                    AgeRates.read(folder.resolve("rates.csv")),
                    DemandScenarioReader.read(folder.resolve("demand.yaml"), population));
        }
        return read;
    }

    @GetMapping("/demand")
    ModelAndView demand(@RequestParam Map<String, String> given) {
        Shipped files = files();
        ModelAndView page = new ModelAndView("planning/demand");
        if (files == null) {
            return page.addObject("inputs", null).addObject("view", null).addObject("csv", "");
        }
        DemandInputs inputs = inputs(files, given);
        return page.addObject("inputs", inputs)
                .addObject("view", view(files, inputs))
                .addObject("csv", "/demand.csv" + Query.of(given));
    }

    private static DemandInputs inputs(Shipped files, Map<String, String> given) {
        return new DemandInputs(files.scenario(), files.population().lastYear(), given);
    }

    private static DemandView view(Shipped files, DemandInputs inputs) {
        return new DemandView(
                DemandForecast.of(new DemandModel(inputs.scenario(), files.population(), files.rates()), RUNS, SEED));
    }

    @GetMapping("/demand.csv")
    @ResponseBody
    ResponseEntity<String> csv(@RequestParam Map<String, String> given) {
        Shipped files = files();
        String text = files == null ? "" : view(files, inputs(files, given)).csv();
        return ScenarioController.download(text, "text/csv", "demand.csv");
    }
}
