package uk.homeward.server.commandline;

import java.io.InputStream;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code homeward stats KIND < cases.jsonl}: lets anyone check our statistics against their own. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "KIND",
        description = {
            "Computes statistics from standard input: one JSON object a line in, one a line out.",
            "docs/statistics.md tells the keys, the formulas and their sources. A line that cannot be answered",
            "gets an object with the key 'error'; the exit code is then 1."
        })
public final class StatsCommand implements Runnable {

    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any command runs
    private CommandSpec spec;

    public StatsCommand() {
        this(System.in);
    }

    StatsCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which statistic? Maybe: homeward stats spc < cases.jsonl");
    }

    @Command(
            name = "spc",
            mixinStandardHelpOptions = true,
            description = "Control charts (XmR) as NHS Making Data Count draws them.")
    int spc() {
        return answer(ChartCases::chart);
    }

    @Command(name = "byars", mixinStandardHelpOptions = true, description = "Byar's limits of a count.")
    int byars() {
        return answer(RateCases::byars);
    }

    @Command(name = "wilson", mixinStandardHelpOptions = true, description = "Wilson's limits of a share.")
    int wilson() {
        return answer(RateCases::wilson);
    }

    @Command(name = "rate", mixinStandardHelpOptions = true, description = "Crude rates with exact or Byar's limits.")
    int rate() {
        return answer(RateCases::rate);
    }

    @Command(name = "dsr", mixinStandardHelpOptions = true, description = "Directly standardised rates.")
    int directlyStandardised() {
        return answer(RateCases::directlyStandardised);
    }

    @Command(name = "isratio", mixinStandardHelpOptions = true, description = "Indirectly standardised ratios.")
    int indirectlyStandardised() {
        return answer(RateCases::indirectlyStandardised);
    }

    @Command(name = "life-expectancy", mixinStandardHelpOptions = true, description = "Life expectancy at each age.")
    int lifeExpectancy() {
        return answer(RateCases::lifeExpectancy);
    }

    @Command(name = "sii", mixinStandardHelpOptions = true, description = "Slope index of inequality.")
    int slopeIndex() {
        return answer(RateCases::slopeIndex);
    }

    private int answer(Function<CaseInput, ObjectNode> answer) {
        return CaseLines.answer(in, spec.commandLine().getOut(), answer);
    }
}
