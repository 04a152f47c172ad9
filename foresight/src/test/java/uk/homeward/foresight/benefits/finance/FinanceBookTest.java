package uk.homeward.foresight.benefits.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.foresight.benefits.PrintedFigures;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

class FinanceBookTest {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root", ".."));
    private static final Path PLACE = ROOT.resolve("places/birmingham-solihull/benefits");

    private final FinanceBook book = FinanceBook.read(PLACE.resolve("finance"));

    private List<FinanceCheck> all() {
        List<FinanceCheck> all = new ArrayList<>(book.checks());
        all.addAll(PrintedSums.of(PrintedFigures.read(PLACE.resolve("printed.csv"))));
        return all;
    }

    @Test
    void twentyNineStatedTotalsOfTheDocumentsDisagreeWithTheirParts() {
        assertThat(all()).hasSizeGreaterThan(170);
        assertThat(all().stream().filter(check -> !check.agrees())).hasSize(29);
    }

    @Test
    void theDisagreementsAreThoseOfTheReference() {
        Path reference = ROOT.resolve("../shared/reference/finance_checks.csv");
        assumeTrue(Files.exists(reference), "left out: ../shared/reference/finance_checks.csv is not here");
        Faults faults = new Faults();
        List<String> expected = new ArrayList<>();
        for (CsvRow row : Csv.read(reference, faults).rows()) {
            if (row.optional("agrees").equals("no")) {
                expected.add(plain(row.number("computed_sum", -1e12)) + " " + plain(row.number("stated", -1e12)));
            }
        }
        List<String> found = all().stream()
                .filter(check -> !check.agrees())
                .map(check -> plain(check.computed()) + " " + plain(check.stated()))
                .toList();
        faults.throwIfAny();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** To one decimal: the reference prints some at two decimals and some at one. */
    private static String plain(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }

    @Test
    void theSolutionsOf2016CloseTheGapToEightySix() {
        Waterfall waterfall = Waterfall.of(book.findTable("solutions").orElseThrow(), "net impact");
        assertThat(waterfall.steps().get(1).left()).isEqualTo(520);
        assertThat(waterfall.closing()).isEqualTo(86);
    }

    @Test
    void solihullTogetherReturnsThirtyOnePenceOnThePound() {
        ReturnOnInvestment roi = ReturnOnInvestment.of(
                book.findTable("solihull-together").orElseThrow(), "gross savings", "revenue costs");
        assertThat(roi.ratio()).isCloseTo(0.3137, within(5e-5));
        assertThat(roi.repaidIn())
                .hasValueSatisfying(year -> assertThat(year.name()).isEqualTo("2020/21"));
    }

    @Test
    void mostOfTheSavingsOfSolihullFor2017WereAtRisk() {
        Rating second = Rating.of(book.findTable("solihull-rag").orElseThrow()).get(1);
        assertThat(second.all()).isEqualTo(3425);
        assertThat(second.atRisk()).isCloseTo(0.811, within(5e-4));
    }

    @Test
    void movingBirthsOutOfTheObstetricUnitSavesAboutHalfAMillion() {
        BirthSettings births = BirthSettings.of(book.findTable("births").orElseThrow());
        assertThat(births.settings().get(0).perBirth()).isEqualTo(1066);
        assertThat(births.settings().get(0).saving()).isNegative();
        assertThat(births.saving()).isCloseTo(549_249, within(600.0));
    }

    @Test
    void everyFaultOfTheTablesIsToldWithItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "scheme,first\nOne,twelve\nTotal,3\n");
        Files.writeString(folder.resolve("finance.yaml"), """
                tables:
                  - id: a
                    title: A
                    unit: GBP
                    source: here
                    file: a.csv
                    checks:
                      - {total-of: [second]}
                """);
        assertThatThrownBy(() -> FinanceBook.read(folder))
                .hasMessageContaining("a.csv:2: 'first' is no number (twelve)")
                .hasMessageContaining("finance.yaml:8: the table has no column (second). Maybe: one of [first]");
    }

    @Test
    void aStatedFigureAgreesAsFarAsItIsPrinted() {
        FinanceCheck check = new FinanceCheck("t", "w", List.of(), 56_050, 56_000, "people", -3, 0, "", "somewhere");
        assertThat(check.agrees()).isTrue();
        assertThat(check.difference()).isEqualTo(-50);
    }
}
