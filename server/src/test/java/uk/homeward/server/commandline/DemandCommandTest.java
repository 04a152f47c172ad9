package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemandCommandTest {

    private static PlanningRun demand(String... args) {
        return PlanningRun.of(new DemandCommand(), args);
    }

    @Test
    void tellsDemandByYearWithIntervalsAndWhatMatters() {
        PlanningRun run = demand("--runs", "64");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Demand by year", "2038", "What matters most", "growth beyond demography");
    }

    @Test
    void reproducesTheDoNothingOf2016AndTheGrowthItImplies() {
        JsonNode answer = JsonMapper.shared()
                .readTree(demand("--scenario", "do-nothing-2016.yaml", "--runs", "1", "--json")
                        .out());
        JsonNode years = answer.get("years").get("rows");
        assertThat(Math.round(years.get(5).get("beds").doubleValue())).isEqualTo(5002);
        assertThat(answer.get("implied").get("rows").get(0).get("a year").doubleValue())
                .isBetween(1.81, 1.82);
    }

    @Test
    void theSeedAloneDecides() {
        String first = demand("--csv", "--runs", "16", "--seed", "5").out();
        assertThat(demand("--csv", "--runs", "16", "--seed", "5").out()).isEqualTo(first);
        assertThat(demand("--csv", "--runs", "16", "--seed", "6").out()).isNotEqualTo(first);
    }

    @Test
    void refusesYearsBeyondTheProjection() {
        PlanningRun run = demand("--years", "40");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("(40) years from 2023. Maybe: choose 1 to 20");
    }
}
