package uk.homeward.foresight.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.benefits.PrintedFigure.Kind;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** The shipped plan of Birmingham against the tables that its business case printed. */
class PrintedTablesTest {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root", ".."));
    private static final Path FOLDER = ROOT.resolve("places/birmingham-solihull/benefits");

    private final BenefitPlan plan = BenefitPlanReader.read(FOLDER.resolve("early-intervention.yaml"));
    private final List<PrintedFigure> printed = PrintedFigures.read(FOLDER.resolve("printed.csv"));

    @Test
    void oneSetOfParametersGivesThePrintedTables() {
        List<Agreement> all = BenefitCheck.of(plan, printed);
        assertThat(all).hasSizeGreaterThan(85);
        List<String> deviations = all.stream()
                .filter(one -> !one.agrees())
                .map(one -> "%s %s %s: printed %s, model %.2f, settled %.2f"
                        .formatted(
                                one.printed().kind(),
                                one.printed().body(),
                                one.printed().when(),
                                one.printed().low(),
                                one.model(),
                                one.settled()))
                .toList();
        // All four belong to the half-pace case; docs/benefits.md explains them.
        assertThat(deviations)
                .containsExactly(
                        "CASH system 2022/23+: printed 15.0, model 14.16, settled 16.15",
                        "LOSS_AT_HALF_PACE system 2019/20: printed 15.0, model 15.67, settled 15.67",
                        "LOSS_AT_HALF_PACE system 2022/23+: printed 16.0, model 18.12, settled 16.15",
                        "LOSS_AT_HALF_PACE_SO_FAR system to 2021/22: printed 53.0, model 54.28, settled 54.28");
    }

    @Test
    void oneMonthOfDelayCostsAboutThreeMillionPounds() {
        FinancialYear first = FinancialYear.parse("2018/19");
        double cost = Delay.perMonth(plan, BenefitCase.MIDPOINT, View.PROGRAMME, List.of(first, first.next()));
        assertThat(Math.round(cost / 1e6)).isEqualTo(3);
    }

    @Test
    void theShippedFiguresAreThoseOfTheReference() {
        Path reference = ROOT.resolve("../shared/reference/benefits.csv");
        assumeTrue(Files.exists(reference), "left out: ../shared/reference/benefits.csv is not here");
        Faults faults = new Faults();
        int compared = 0;
        for (CsvRow row : Csv.read(reference, faults).rows()) {
            String view = row.optional("view");
            if (!view.equals("cash") && !view.equals("programme")
                    || row.optional("case").contains("comparison")) {
                continue;
            }
            PrintedFigure mine = printed.stream()
                    .filter(one -> one.kind() == (view.equals("cash") ? Kind.CASH : Kind.PROGRAMME))
                    .filter(one -> one.body().equalsIgnoreCase(row.optional("body")))
                    .filter(one -> one.halfPace() == row.optional("case").startsWith("half"))
                    .filter(one -> one.halfPace() || one.far().name().equalsIgnoreCase(row.optional("case")))
                    .filter(one ->
                            ("20" + row.optional("year")).endsWith(one.when().substring(2)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not shipped: line " + row.line()));
            assertThat(mine.low()).isEqualTo(row.number("low", -1e9), within(1e-9));
            assertThat(mine.high()).isEqualTo(row.number("high", -1e9), within(1e-9));
            compared++;
        }
        faults.throwIfAny();
        assertThat(compared).isEqualTo(77);
    }
}
