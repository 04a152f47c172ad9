package uk.homeward.server.commandline;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.homeward.foresight.benefits.Agreement;
import uk.homeward.foresight.benefits.BenefitCase;
import uk.homeward.foresight.benefits.BenefitCheck;
import uk.homeward.foresight.benefits.BenefitForecast;
import uk.homeward.foresight.benefits.BenefitPlan;
import uk.homeward.foresight.benefits.BenefitPlanReader;
import uk.homeward.foresight.benefits.Pace;
import uk.homeward.foresight.benefits.PrintedFigures;

/** {@code homeward benefits}: what a programme yields, year by year or month by month. */
@Command(
        name = "benefits",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what a programme yields for each body: programme benefit, cash, outcomes, investment.",
            "docs/benefits.md tells the formulas, and how far printed tables are reproduced."
        })
public final class BenefitsCommand implements Callable<Integer> {

    @Mixin
    private PlaceOption place = new PlaceOption();

    @Mixin
    private SheetOptions output = new SheetOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            defaultValue = "early-intervention.yaml",
            description = "The plan in the place's folder 'benefits', or a path (default: ${DEFAULT-VALUE}).")
    private String plan = "early-intervention.yaml";

    @Option(names = "--case", defaultValue = "midpoint", description = "target, stretch or midpoint (default).")
    private BenefitCase benefitCase = BenefitCase.MIDPOINT;

    @Option(names = "--start", paramLabel = "MONTH", description = "Start in another month, such as 2018-12.")
    private @org.jspecify.annotations.Nullable YearMonth start;

    @Option(names = "--half", description = "Half as far and half as fast.")
    private boolean half;

    @Option(names = "--years", defaultValue = "5", description = "Financial years (default: ${DEFAULT-VALUE}).")
    private int years = 5;

    @Option(names = "--monthly", description = "Month by month instead of year by year.")
    private boolean monthly;

    @Option(names = "--check", description = "Hold the plan against the printed tables (printed.csv).")
    private boolean check;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (years < 1 || years > 50) {
            throw new CommandFailure("a forecast over (" + years + ") years. Maybe: choose 1 to 50");
        }
        Path folder = place.folder("benefits");
        BenefitPlan read = BenefitPlanReader.read(folder.resolve(plan));
        if (check) {
            return check(read, folder);
        }
        Pace pace = half ? Pace.HALF : Pace.AS_PLANNED;
        YearMonth begins = start == null ? read.start() : start;
        BenefitForecast forecast = read.forecast(begins, benefitCase, pace, years);
        BenefitSheets sheets = new BenefitSheets(forecast);
        output.print(
                spec.commandLine().getOut(),
                monthly ? List.of(sheets.monthly()) : sheets.yearly(),
                sheets.notes(begins, half));
        return 0;
    }

    private int check(BenefitPlan read, Path folder) {
        List<Agreement> all = BenefitCheck.of(read, PrintedFigures.read(folder.resolve("printed.csv")));
        long agree = all.stream().filter(Agreement::agrees).count();
        output.print(
                spec.commandLine().getOut(),
                List.of(BenefitSheets.check(all)),
                List.of(agree + " of " + all.size() + " printed figures are reproduced within their rounding."));
        return 0;
    }
}
