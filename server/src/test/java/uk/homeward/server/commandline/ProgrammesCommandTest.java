package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.homeward.server.ServerTest;

/** The programmes and risks of the shipped documents, on the command line, today and as of a day. */
class ProgrammesCommandTest extends ServerTest {

    private record Ran(int exit, String out, String err) {}

    private static Ran programmes(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (arguments.length > 0) {
            all.addAll(List.of(
                    "--data",
                    data().toString(),
                    "--facts",
                    data().resolve("no-facts").toString()));
            all.addAll(List.of(
                    "--place", root().resolve("places/birmingham-solihull").toString()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new ProgrammesCommand());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(e.getMessage());
            return 1;
        });
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ran(line.execute(all.toArray(new String[0])), out.toString(), err.toString());
    }

    @Test
    void listsEveryProgrammeWithItsStatusAndWhyAndSaysWhereThereAreNoFigures() {
        context();
        JsonNode answer = new JsonMapper().readTree(programmes("list", "--json").out());
        JsonNode rows = answer.path("programmes").path("rows");
        assertThat(rows.size()).isGreaterThanOrEqualTo(39);
        rows.forEach(row -> {
            assertThat(row.path("status").asString("")).isNotEmpty();
            assertThat(row.path("why").asString("")).isNotEmpty();
        });
        assertThat(programmes("list").out()).contains("stp-10", "As of ");
    }

    @Test
    void showsOneWithMilestonesAndTheCriticalPathAsOfADay() {
        context();
        Ran then = programmes("show", "stp-10", "--as-of", "2018-04-01");
        assertThat(then.exit()).as(then.err()).isZero();
        assertThat(then.out())
                .contains("As of 2018-04-01", "Delayed transfers per 100,000", "Service changes in contracts");
        assertThat(programmes("show", "stp-10", "--csv").out()).contains("# Milestones", "slack_days,critical");
    }

    @Test
    void saysWhatToDoWhereAProgrammeOrADayIsNotKnown() {
        context();
        Ran nobody = programmes("show", "tp-intermediate", "--as-of", "2018-04-01");
        assertThat(nobody.exit()).isEqualTo(1);
        assertThat(nobody.err()).contains("there is no programme (tp-intermediate) as of 2018-04-01. Maybe:");
        assertThat(programmes("list", "--as-of", "soon").err()).contains("This is not a date (soon)");
        assertThat(programmes().err()).contains("Maybe: homeward programmes list");
    }

    @Test
    void theSharedRegisterHoldsOpenRisksWithTheirScore() {
        context();
        Ran risks = programmes("risks", "--csv");
        assertThat(risks.exit()).as(risks.err()).isZero();
        assertThat(risks.out().lines().count()).isGreaterThan(10);
        assertThat(risks.out().lines().findFirst().orElseThrow()).contains("id", "score", "owner");
    }
}
