package uk.homeward.server.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenefitsCommandTest {

    private static PlanningRun benefits(String... args) {
        return PlanningRun.of(new BenefitsCommand(), args);
    }

    @Test
    void tellsCashAndProgrammeBenefitByBodyAndYear() {
        PlanningRun run = benefits("--case", "stretch");
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Cash, GBP million", "Programme benefit, GBP million", "2018/19", "Birmingham City Council")
                .contains("each month of delay costs GBP");
    }

    @Test
    void answersJsonWithEachYearAsANumber() {
        JsonNode answer = JsonMapper.shared()
                .readTree(benefits("--json", "--case", "target").out());
        JsonNode system = answer.get("cash").get("rows").get(2);
        assertThat(system.get("body").asString()).isEqualTo("System");
        assertThat(Math.round(system.get("2020/21").doubleValue())).isEqualTo(24);
    }

    @Test
    void aLaterStartLosesBenefitInTheFirstYears() {
        JsonNode late = JsonMapper.shared()
                .readTree(benefits("--json", "--start", "2018-12").out());
        assertThat(late.get("cash").get("rows").get(2).get("2019/20").doubleValue())
                .isLessThan(15);
    }

    @Test
    void listsEveryMonthOnRequest() {
        assertThat(benefits("--monthly", "--csv", "--years", "2").out().lines()).hasSize(1 + 7 + 12);
    }

    @Test
    void holdsThePlanAgainstThePrintedTables() {
        assertThat(benefits("--check").out()).contains("92 of 96 printed figures are reproduced");
    }

    @Test
    void aFaultyPlanIsToldWithFileAndLine(@TempDir Path place) throws Exception {
        Path folder = Files.createDirectory(place.resolve("benefits"));
        Files.writeString(
                folder.resolve("early-intervention.yaml"), "title: x\nstart: soon\nbodies: []\nworkstreams: []\n");
        PlanningRun run = benefits("--place", place.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("early-intervention.yaml:2: this is no month (soon). Maybe: write it as 2018-09");
    }

    @Test
    void financeTellsTheDisagreementsOnly() {
        PlanningRun run = PlanningRun.of(new FinanceCommand(), "check");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("29 disagree.", "total of 2013/14");
        assertThat(PlanningRun.of(new FinanceCommand(), "show", "births").out()).contains("Births moved");
        assertThat(PlanningRun.of(new FinanceCommand(), "payment").out()).contains("commissioner gains");
        assertThat(PlanningRun.of(new FinanceCommand(), "show", "none").out())
                .contains("there is no table (none). Maybe: run 'homeward finance show'");
    }
}
