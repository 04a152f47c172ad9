package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasuresCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root"));

    @TempDir
    static Path folder;

    private static String played = "";

    private record Ran(int exit, String out, String err) {}

    @BeforeAll
    static void simulate() {
        played = folder.resolve("played").toString();
        Ran ran = homeward(
                "simulate",
                ROOT.resolve("docs/examples/scenarios/as-today.yaml").toString(),
                "--replications",
                "1",
                "--years",
                "0.5",
                "--events",
                played);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private static Ran homeward(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(args[0].equals("measures") ? new MeasuresCommand() : new SimulateCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(e.getMessage());
            return 1;
        });
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(java.util.Arrays.copyOfRange(args, 1, args.length));
        return new Ran(exit, out.toString(), err.toString());
    }

    @Test
    void listsAndExplains() {
        assertThat(homeward("measures", "list").out()).contains("response-2h", "dtoc-rate");
        assertThat(homeward("measures", "explain", "response-2h").out())
                .contains("Target      70.0 on 2022-12-01", "from clocks");
        assertThat(homeward("measures", "explain", "nothing").err()).contains("(nothing)", "Maybe:");
        assertThat(homeward("measures").exit()).isEqualTo(2);
    }

    @Test
    void runsOverASimulation() {
        Ran ran = homeward("measures", "run", "bed-2d", "--facts", played, "--csv");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("period,value,lower95,upper95,numerator,denominator,n,note");
        assertThat(ran.out().lines().count()).isGreaterThan(5);
        assertThat(homeward(
                                "measures",
                                "run",
                                "length-of-stay",
                                "--by",
                                "frailty",
                                "--grain",
                                "quarter",
                                "--facts",
                                played)
                        .out())
                .contains("severe", "whole place");
    }

    @Test
    void aMeasureWithoutDataSaysSo() {
        assertThat(homeward("measures", "run", "ae-4h", "--facts", played).out())
                .contains("no data");
    }

    @Test
    void allRunAndNoneIsBroken() {
        Ran ran = homeward("measures", "run", "--all", "--facts", played, "--json");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("\"at-home-91\"", "\"occupancy-acute\"");
    }

    @Test
    void aBrokenMeasureIsPutAsideAndTheOthersGoOn() throws IOException {
        Path place = folder.resolve("place");
        copy(ROOT.resolve("places/birmingham-solihull"), place);
        Path measures = place.resolve("measures");
        String header = Files.readString(measures.resolve("bed-2d.sql"));
        Files.writeString(
                measures.resolve("a.sql"), header.replace("id: bed-2d", "id: a").replace("from clocks", "from clock"));
        Files.writeString(
                measures.resolve("b.sql"),
                header.replace("id: bed-2d", "id: b").replace("coalesce(met", "coalesce(kept"));
        Files.writeString(
                measures.resolve("c.sql"),
                header.replace("id: bed-2d", "id: c").replaceAll("target: .*", "target: 90"));
        Ran ran = homeward("measures", "run", "--all", "--facts", played, "--place", place.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains(
                        "a.sql:16: ",
                        "clock",
                        "b.sql:15: ",
                        "kept",
                        "c.sql:10: the target (90) has no date. Maybe: 70 from");
        assertThat(ran.out()).contains("Occupancy of acute beds");
    }

    @Test
    void wrongUseSaysWhatToDo() {
        assertThat(homeward("measures", "run").err()).contains("Which measure?");
        assertThat(homeward("measures", "run", "bed-2d", "--by", "shoe-size", "--facts", played)
                        .err())
                .contains("(shoe-size)", "one of [locality");
        assertThat(homeward(
                                "measures",
                                "run",
                                "bed-2d",
                                "--facts",
                                folder.resolve("nowhere").toString())
                        .err())
                .contains("no folder of facts", "homeward export events");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
