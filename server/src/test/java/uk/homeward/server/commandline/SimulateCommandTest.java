package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

    private static final String EXAMPLE = Path.of(
                    System.getProperty("homeward.root"), "docs/examples/scenarios/hospital-home.yaml")
            .toString();

    @TempDir
    private Path folder;

    private static PlanningRun simulate(String... args) {
        return PlanningRun.of(new SimulateCommand(), args);
    }

    @Test
    void theAnswerIsTheSameOnOneThreadAndOnTwo() {
        PlanningRun one = simulate(EXAMPLE, "--replications", "4", "--years", "1", "--threads", "1", "--json");
        PlanningRun two = simulate(EXAMPLE, "--replications", "4", "--years", "1", "--threads", "2", "--json");
        assertThat(one.exit()).isZero();
        assertThat(two.out()).isEqualTo(one.out());
    }

    @Test
    void theJsonTellsPoolsStepsExitsCostAndPeriods() {
        PlanningRun run = simulate(EXAMPLE, "--replications", "3", "--years", "1", "--json");
        JsonNode answer = JsonMapper.shared().readTree(run.out());
        JsonNode acute = answer.path("pools").path("acute-beds");
        assertThat(acute.path("capacity").asInt()).isEqualTo(150);
        assertThat(acute.path("occupancy").path("mean").asDouble()).isBetween(100.0, 150.0);
        assertThat(acute.path("occupancy").path("p95").asInt()).isBetween(110, 150);
        JsonNode stay = answer.path("steps").path("acute-stay");
        assertThat(stay.path("blocked").path("low").asDouble())
                .isLessThan(stay.path("blocked").path("high").asDouble());
        assertThat(stay.path("waitHours").path("mean").asDouble()).isNotNegative();
        assertThat(answer.path("exits").path("out").path("count").path("mean").asDouble())
                .isGreaterThan(5000);
        assertThat(answer.path("cost").path("usedPerYear").path("mean").isNumber())
                .isTrue();
        assertThat(answer.path("periods").size()).isEqualTo(1);
    }

    @Test
    void csvAndTextNameThePools() {
        assertThat(simulate(EXAMPLE, "--replications", "2", "--years", "0.5", "--csv")
                        .out())
                .startsWith("from,to,what,name,quantity,mean,low,high,p5,p95\n")
                .contains("\n,,pools,acute-beds,capacity,150,");
        assertThat(simulate(EXAMPLE, "--replications", "2", "--years", "0.5").out())
                .contains("acute-beds")
                .contains("2 runs of 183 days, seed 1");
    }

    @Test
    void eventsAreWrittenAsRealCareRecordsThem() throws SQLException {
        Path file = folder.resolve("events.parquet");
        assertThat(simulate(EXAMPLE, "--replications", "1", "--years", "0.5", "--events", file.toString())
                        .exit())
                .isZero();
        assertThat(file).exists();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FILTER (type = 'JourneyOpened'),"
                        + " count(*) FILTER (type = 'StepStarted' AND step = 'acute-stay'),"
                        + " min(happened_at)::VARCHAR FROM '" + file + "'")) {
            rows.next();
            assertThat(rows.getLong(1)).isBetween(3300L, 4000L);
            assertThat(rows.getLong(2)).isBetween(3000L, rows.getLong(1));
            assertThat(rows.getString(3)).startsWith("2026-01-05");
        }
    }

    @Test
    void wrongUseAndWrongFilesSayWhatToDo() throws Exception {
        assertThat(simulate().exit()).isEqualTo(2);
        assertThat(simulate(EXAMPLE, "--replications", "0").out())
                .contains("(0) runs")
                .contains("Maybe:");
        assertThat(simulate(EXAMPLE, "--years", "-1").out())
                .contains("(-1.0) years")
                .contains("Maybe:");
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, "scenario: x\npathway: nowhere.yaml\n");
        PlanningRun run = simulate(wrong.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("nowhere.yaml:0: there is no such file");
    }
}
