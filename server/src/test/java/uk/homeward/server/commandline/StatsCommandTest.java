package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StatsCommandTest {

    private static CaseRun stats(String kind, String... lines) {
        return CaseRun.of(StatsCommand::new, List.of(lines), kind);
    }

    @Test
    void tellsARateWithItsLimits() {
        CaseRun run = stats("rate", "{\"x\": 50, \"n\": 20000, \"multiplier\": 1000}");

        assertThat(run.exitCode()).isZero();
        assertThat(run.only()).startsWith("{\"value\":2.5,\"lower95\":1.8554").endsWith("\"method\":\"Byars\"}");
    }

    @Test
    void answersABadLineWithAnErrorAndGoesOn() {
        CaseRun run =
                stats("rate", "{\"x\": 5, \"n\": 0}", "nonsense", "", "[1]", "{\"n\": 100}", "{\"x\": 0, \"n\": 10}");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.answers()).hasSize(5);
        assertThat(run.answers().get(0).path("error").stringValue())
                .isEqualTo("Line 1: The population is (0.0); a rate needs more than zero."
                        + " Maybe: the area or age band has no residents: leave it out.");
        assertThat(run.answers().get(1).path("error").stringValue()).startsWith("Line 2: this is not JSON");
        assertThat(run.answers().get(2).path("error").stringValue()).startsWith("Line 4: the line holds (ARRAY)");
        assertThat(run.answers().get(3).path("error").stringValue()).startsWith("Line 5: The key (x) is missing.");
        assertThat(run.answers().get(4).path("value").doubleValue()).isZero();
    }

    @Test
    void takesAWholeCaseAsWellAsItsInput() {
        CaseRun run = stats("wilson", "{\"id\": \"w\", \"input\": {\"x\": 10, \"n\": 10, \"confidence\": 95}}");

        assertThat(run.only()).startsWith("{\"lower\":0.72246720013711").endsWith(",\"upper\":1}");
    }

    @Test
    void tellsNoRateBelowTenEvents() {
        CaseRun run = stats("dsr", "{\"counts\": [4, 5], \"pops\": [1000, 1000], \"stdpop\": [1, 1]}");

        assertThat(run.only())
                .isEqualTo("{\"total_count\":9,\"value\":null,\"lower95\":null,\"upper95\":null,"
                        + "\"lower998\":null,\"upper998\":null}");
    }

    @Test
    void refusesAMissingCountInsteadOfTakingItForZero() {
        CaseRun run = stats("dsr", "{\"counts\": [4, null], \"pops\": [1000, 1000], \"stdpop\": [1, 1]}");

        assertThat(run.only()).contains("The key (counts) holds (null) where a number is needed.");
    }

    @Test
    void drawsAChartWithAGapInIt() {
        CaseRun run = stats(
                "spc",
                "{\"dates\": [\"2026-01-01\", \"2026-02-01\", \"2026-03-01\"], \"values\": [1, null, 3],"
                        + " \"improvement_direction\": \"increase\", \"screen_outliers\": true}");

        assertThat(run.only())
                .isEqualTo("{\"rebase_group\":[0,0,0],\"mean\":[2.0,2.0,2.0],\"lpl\":[null,null,null],"
                        + "\"upl\":[null,null,null],\"outside_limits\":[null,null,null],"
                        + "\"relative_to_mean\":[-1,null,1],\"close_to_limits\":[null,null,null],"
                        + "\"special_cause_type\":[\"Common Cause\",\"Common Cause\",\"Common Cause\"],"
                        + "\"point_type\":[\"common_cause\",\"common_cause\",\"common_cause\"],"
                        + "\"short_group_warning\":[true,true,true],"
                        + "\"variation_icon\":\"common_cause\",\"assurance_type\":null}");
    }

    @Test
    void refusesAnUnknownDirectionWithTheKnownOnes() {
        CaseRun run = stats("spc", "{\"dates\": [\"2026-01-01\"], \"values\": [1], \"improvement_direction\": \"up\"}");

        assertThat(run.only()).contains("(up)").contains("increase, decrease or neutral");
    }

    @Test
    void ordersAgeBandsBeforeItBuildsTheLifeTable() {
        String inOrder = "{\"startage\": [0, 1, 5, 10], \"pops\": [9000, 9000, 9000, 9000], \"deaths\": [9, 1, 2, 99]}";
        String mixed = "{\"startage\": [10, 1, 5, 0], \"pops\": [9000, 9000, 9000, 9000], \"deaths\": [99, 1, 2, 9]}";

        CaseRun run = stats("life-expectancy", inOrder, mixed);

        assertThat(run.exitCode()).isZero();
        assertThat(run.answers().get(1)).isEqualTo(run.answers().get(0));
        assertThat(run.answers().get(0).path("value").get(3).doubleValue()).isCloseTo(9000.0 / 99, offset(1e-9));
    }

    @Test
    void tellsLimitsOfTheSlopeOnlyWhenAskedFor() {
        String groups = "\"quantile\": [2, 1], \"pops\": [100, 100], \"values\": [80, 70], \"se\": [1, 1]";

        CaseRun run = stats("sii", "{" + groups + "}", "{" + groups + ", \"confidence\": 0.95}");

        assertThat(run.answers().get(0).path("sii").doubleValue()).isEqualTo(20);
        assertThat(run.answers().get(0).path("sii_lower_simulated").isNull()).isTrue();
        assertThat(run.answers().get(1).path("sii_lower_simulated").doubleValue())
                .isBetween(14.4, 14.5);
    }

    @Test
    void asksWhichStatistic() {
        assertThat(CaseRun.of(StatsCommand::new, List.of()).exitCode()).isEqualTo(2);
    }
}
