package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.homeward.foresight.engine.BrokenRun;
import uk.homeward.foresight.engine.Findings;
import uk.homeward.foresight.pathway.Scenario;
import uk.homeward.foresight.pathway.ScenarioRun;

/** {@code homeward simulate}: plays a pathway forward, as it is or as a scenario changes it. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a scenario: what it does to people, waits, places and money, with honest uncertainty.",
            "docs/foresight.md describes scenarios and the answer."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final double HOURS_OF_YEAR = 24 * 365.25;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario, a YAML file.")
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private Path file;

    @Option(
            names = "--replications",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many runs (default: ${DEFAULT-VALUE}). One run has no confidence interval.")
    private int replications = 20;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Decides all chance (default: 1).")
    private long seed = 1;

    @Option(names = "--years", paramLabel = "Y", description = "Years after the warm-up, instead of the scenario's.")
    private @Nullable Double years;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Runs at once (default: all cores); results are the same.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @ArgGroup
    private Form form = new Form();

    static final class Form {
        @Option(names = "--json", description = "Answer with one JSON object.")
        boolean json;

        @Option(names = "--csv", description = "Answer with one CSV table: a line for each number of the JSON.")
        boolean csv;
    }

    @Option(
            names = "--events",
            paramLabel = "DIR",
            description = {
                "Publish the events of the first run as real care's are published (docs/events.md), into a folder of"
                        + " its own;",
                "a name that ends in .parquet is one file with the events only."
            })
    private @Nullable Path events;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        Scenario read = Scenario.load(file);
        Scenario scenario = years == null ? read : read.lasting(positive(years) * HOURS_OF_YEAR);
        if (replications < 1 || threads < 1) {
            throw new CommandFailure("cannot play (" + replications + ") runs on (" + threads
                    + ") threads. Maybe: at least one of each, such as --replications 20 --threads 2");
        }
        ScenarioRun run = ScenarioRun.of(scenario);
        try (SimulationProgress progress =
                new SimulationProgress(spec.commandLine().getErr())) {
            Findings found = run.play(replications, seed, threads, progress);
            writeEvents(scenario, run);
            print(scenario, found);
        } catch (BrokenRun broken) {
            throw new CommandFailure(String.valueOf(broken.getMessage()));
        }
        return 0;
    }

    private double positive(double value) {
        if (!(value > 0) || value > 1000) {
            throw new CommandFailure("cannot play (" + value + ") years. Maybe: more than 0 and at most 1000");
        }
        return value;
    }

    private void writeEvents(Scenario scenario, ScenarioRun run) {
        Path to = events;
        if (to != null) {
            try (PlayedFacts facts = PlayedFacts.to(to, scenario.pathway(), null)) {
                run.play(seed, 0, facts::add);
                facts.finish();
            }
        }
    }

    private void print(Scenario scenario, Findings found) {
        var out = spec.commandLine().getOut();
        if (form.json) {
            out.println(new SimulationJson(scenario, found, seed).text());
            out.flush();
            return;
        }
        SheetPrinter printer = new SheetPrinter(out);
        if (form.csv) {
            printer.csv(List.of(SimulationCsv.of(new SimulationJson(scenario, found, seed).answer())));
        } else {
            printer.text(new SimulationSheets(scenario, found).all(), SimulationSheets.notes(scenario, found, seed));
        }
    }
}
