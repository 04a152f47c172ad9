package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class RiskCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static CaseRun risk(String score, String... lines) {
        return CaseRun.of(RiskCommand::new, List.of(lines), score);
    }

    @Test
    void tellsFrailtyWithItsBand() {
        CaseRun run = risk("hfrs", "{\"codes\": [\"F00\", \"G81.4\"]}", "{\"codes\": []}", "{\"codes\": \"F00\"}");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.answers().get(0)).hasToString("{\"score\":11.5,\"band\":\"intermediate\"}");
        assertThat(run.answers().get(1)).hasToString("{\"score\":0,\"band\":\"low\"}");
        assertThat(run.answers().get(2).path("error").stringValue())
                .contains("(codes)")
                .contains("an array");
    }

    @Test
    void tellsBothCharlsonIndicesWithoutPointsForAge() {
        CaseRun run = risk("charlson", "{\"age\": 78, \"codes\": [\"I21.0\", \"E11.2\"]}");

        assertThat(run.only()).isEqualTo("{\"quan/charlson\":{\"score\":3},\"shmi/shmi\":{\"score\":4}}");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void tellsLace() {
        String line = "{\"los_days\": 5, \"acute\": true, \"charlson\": 2, \"ed_visits_6m\": 1}";

        CaseRun run = risk("lace", line, line.replace("5", "-5"), line.replace("true", "\"yes\""));

        assertThat(run.answers().get(0)).hasToString("{\"score\":10}");
        assertThat(run.answers().get(1).path("error").stringValue()).contains("length of stay is (-5)");
        assertThat(run.answers().get(2).path("error").stringValue()).contains("true or false");
    }

    @Test
    void scoresAPopulationFileAndTellsWhatItLeftOut() throws IOException {
        Path file = Files.write(
                folder.resolve("history.csv"), List.of("person,code", "a,F00", "a,G81", "\"b,c\",I10", "d,?"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = new CommandLine(new RiskCommand(InputStream.nullInputStream()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("population", file.toString(), "--threads", "1");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .startsWith("person,score,band,codes")
                .contains("a,11.5,intermediate,F00 G81", "\"b,c\",0.0,low,", "d,0.0,low,")
                .hasSize(4);
        assertThat(err.toString()).contains("3 people from 4 rows").contains("1 rows hold no ICD-10 code");
    }

    @Test
    void writesAPopulationToAFile() throws IOException {
        Path file = Files.write(
                folder.resolve("history.csv"), List.of("person,code,date", "a,F00,2026-01-01", "b,G81,1.4.2025"));
        Path to = folder.resolve("scores.csv");
        Path refused = folder.resolve("refused.csv");

        int code = new CommandLine(new RiskCommand(InputStream.nullInputStream()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(
                        "population",
                        file.toString(),
                        "--as-of",
                        "2026-02-01",
                        "--to",
                        to.toString(),
                        "--refused",
                        refused.toString());

        assertThat(code).isZero();
        assertThat(Files.readAllLines(to)).contains("person,score,band,codes", "a,7.1,intermediate,F00");
        assertThat(Files.readAllLines(refused))
                .containsExactly("row,person,code,reason", "2,b,G81,the date cannot be read");
    }
}
