package uk.homeward.server.commandline;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;
import uk.homeward.insight.risk.PopulationRequest;

/** {@code homeward risk SCORE < cases.jsonl} and {@code homeward risk population FILE}. */
@Command(
        name = "risk",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SCORE",
        description = {
            "Computes risk scores from standard input, one JSON object a line in, one a line out;",
            "or the Hospital Frailty Risk Score of a whole population from a file.",
            "docs/risk.md tells the keys, the scores and their sources."
        })
public final class RiskCommand implements Runnable {

    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    public RiskCommand() {
        this(System.in);
    }

    RiskCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which score? Maybe: homeward risk hfrs < cases.jsonl");
    }

    @Command(
            name = "hfrs",
            mixinStandardHelpOptions = true,
            description = "Hospital Frailty Risk Score, from {\"codes\": [...]}.")
    int hospitalFrailty() {
        return answer(cases()::hospitalFrailty);
    }

    @Command(
            name = "charlson",
            mixinStandardHelpOptions = true,
            description = "Charlson index, from {\"age\": 78, \"codes\": [...]}.")
    int charlson() {
        return answer(cases()::charlson);
    }

    @Command(
            name = "lace",
            mixinStandardHelpOptions = true,
            description = "LACE, from {\"los_days\": 5, \"acute\": true, \"charlson\": 2, \"ed_visits_6m\": 1}.")
    int lace() {
        return answer(cases()::lace);
    }

    @Command(
            name = "population",
            mixinStandardHelpOptions = true,
            description = {
                "Hospital Frailty Risk Score of everyone in FILE: CSV or Parquet with the columns person and code,",
                "and where there are any date and age, or FHIR Conditions as NDJSON. Prints person,score,band,codes and tells progress on standard error."
            })
    int population(
            @Parameters(paramLabel = "FILE", description = "The coded diagnoses.") Path file,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            description = "Count only the two years up to this day, by the column date.")
                    @Nullable
                    LocalDate asOf,
            @Option(names = "--to", paramLabel = "OUT", description = "Write to this CSV file, not standard output.")
                    @Nullable
                    Path to,
            @Option(
                            names = "--refused",
                            paramLabel = "OUT",
                            description = "Write the rows that were left out, and why, to this CSV file.")
                    @Nullable
                    Path refused,
            @Option(names = "--threads", paramLabel = "N", description = "How many threads; all by default.") @Nullable
                    Integer threads) {
        if (!Files.isReadable(file)) {
            throw new CommandFailure("the file (" + file + ") cannot be read. Maybe: the path is misspelt.");
        }
        int hands = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        PopulationRun run = new PopulationRun(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        return run.score(new PopulationRequest(file, asOf, hands), to, refused);
    }

    private RiskCases cases() {
        return new RiskCases(problem -> spec.commandLine().getErr().println("homeward: " + problem));
    }

    private int answer(Function<CaseInput, ObjectNode> answer) {
        return CaseLines.answer(in, spec.commandLine().getOut(), answer);
    }
}
