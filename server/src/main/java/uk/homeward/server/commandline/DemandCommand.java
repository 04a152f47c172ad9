package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.foresight.demand.AgeRates;
import uk.homeward.foresight.demand.DemandForecast;
import uk.homeward.foresight.demand.DemandModel;
import uk.homeward.foresight.demand.DemandScenario;
import uk.homeward.foresight.demand.DemandScenarioReader;
import uk.homeward.foresight.demand.Population;
import uk.homeward.foresight.demand.PopulationReader;

/** {@code homeward demand}: admissions, bed days and beds from people, rates and assumptions, with intervals. */
@Command(
        name = "demand",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what care will be needed: admissions, bed days and beds by year, with 80% intervals,",
            "what each assumption does, and which matters most. docs/demand.md tells the formulas."
        })
public final class DemandCommand implements Callable<Integer> {

    @Mixin
    private PlaceOption place = new PlaceOption();

    @Mixin
    private SheetOptions output = new SheetOptions();

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            defaultValue = "demand.yaml",
            description = "The scenario in the place's folder 'demand', or a path (default: ${DEFAULT-VALUE}).")
    private String scenario = "demand.yaml";

    @Option(names = "--years", description = "Years to compute from the base year (default: to the horizon).")
    private @Nullable Integer years;

    @Option(names = "--runs", defaultValue = "256", description = "Random runs (default: ${DEFAULT-VALUE}).")
    private int runs = 256;

    @Option(names = "--seed", defaultValue = "1", description = "The seed of chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = place.folder("demand");
        Population population = PopulationReader.read(folder.resolve("population.csv"));
        AgeRates rates = AgeRates.read(folder.resolve("rates.csv"));
        DemandScenario read = DemandScenarioReader.read(folder.resolve(scenario), population);
        DemandSheets sheets = new DemandSheets(forecast(within(read, population), population, rates));
        output.print(spec.commandLine().getOut(), sheets.all(), sheets.notes(runs, seed));
        return 0;
    }

    private DemandForecast forecast(DemandScenario chosen, Population population, AgeRates rates) {
        if (runs < 1 || runs > 100_000) {
            throw new CommandFailure("(" + runs + ") runs. Maybe: choose 1 to 100000, such as 256");
        }
        return DemandForecast.of(new DemandModel(chosen, population, rates), runs, seed);
    }

    private DemandScenario within(DemandScenario read, Population population) {
        if (years == null) {
            return read;
        }
        int most = population.lastYear() - read.base();
        if (years < 1 || years > most) {
            throw new CommandFailure("(" + years + ") years from " + read.base() + ". Maybe: choose 1 to " + most);
        }
        return read.withYears(years);
    }
}
