package uk.homeward.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.homeward.insight.statistics.Disclosure.Rule;

/** Tables drawn row by row; {@code *} is a hidden cell. */
final class DisclosureTest {

    private static String shown(long[][] counts, int below) {
        return Arrays.stream(Disclosure.hide(counts, new Rule(below)))
                .map(row -> {
                    StringBuilder cells = new StringBuilder();
                    for (boolean hidden : row) {
                        cells.append(hidden ? '*' : '.');
                    }
                    return cells.toString();
                })
                .collect(Collectors.joining(" "));
    }

    @Test
    void aTableWithoutSmallCountsIsShownWhole() {
        assertThat(shown(new long[][] {{10, 20}, {0, 40}}, 5)).isEqualTo("... ... ...");
    }

    @Test
    void oneSmallCountTakesThreeOthersWithIt() {
        assertThat(shown(new long[][] {{3, 90, 20}, {70, 10, 80}, {30, 60, 50}}, 5))
                .isEqualTo("*.*. .... *.*. ....");
    }

    @Test
    void fourSmallCountsInARectangleHideEachOther() {
        assertThat(shown(new long[][] {{3, 4, 20}, {2, 1, 80}}, 5)).isEqualTo("**.. **.. ....");
    }

    @Test
    void aSingleRowHidesASecondCellSoThatItsTotalDoesNotTellTheFirst() {
        assertThat(shown(new long[][] {{3, 50, 9}}, 5)).isEqualTo("*.*. *.*.");
    }

    @Test
    void zeroIsNotSmallAndHidesOthersOnlyWhenNothingElseIsLeft() {
        assertThat(shown(new long[][] {{0, 7, 9}}, 5)).isEqualTo(".... ....");
        assertThat(shown(new long[][] {{3, 0, 9}}, 5)).isEqualTo("*.*. *.*.");
    }

    @Test
    void oneCellAloneIsHiddenWithItsTotal() {
        assertThat(shown(new long[][] {{4}}, 5)).isEqualTo("** **");
    }

    @Test
    void whatIsHiddenCannotBeWorkedOutFromWhatIsShown() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            long[][] counts = new long[1 + random.nextInt(5)][1 + random.nextInt(5)];
            for (int r = 0; r < counts.length; r++) {
                counts[r] = random.longs(counts[0].length, 0, 25).toArray();
            }
            boolean[][] hidden = Disclosure.hide(counts, new Rule(5));
            assertNothingSmallShown(counts, hidden);
            assertNothingFollows(hidden);
        }
    }

    private static void assertNothingSmallShown(long[][] counts, boolean[][] hidden) {
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < counts[r].length; c++) {
                assertThat(hidden[r][c] || counts[r][c] == 0 || counts[r][c] >= 5)
                        .isTrue();
            }
        }
    }

    /** Elimination over the sums of rows and columns: no hidden cell may be left alone in an equation. */
    private static void assertNothingFollows(boolean[][] hidden) {
        int columns = hidden[0].length;
        double[][] equations = new double[hidden.length + columns][hidden.length * columns];
        for (int r = 0; r < hidden.length; r++) {
            for (int c = 0; c < columns; c++) {
                if (hidden[r][c]) {
                    equations[r][r * columns + c] = 1;
                    equations[hidden.length + c][r * columns + c] = 1;
                }
            }
        }
        reduce(equations);
        for (double[] equation : equations) {
            long unknowns =
                    Arrays.stream(equation).filter(x -> Math.abs(x) > 1e-9).count();
            assertThat(unknowns).isNotEqualTo(1);
        }
    }

    /** Reduces to row echelon form, each leading one alone in its column. */
    private static void reduce(double[][] rows) {
        int done = 0;
        for (int column = 0; column < rows[0].length && done < rows.length; column++) {
            int pivot = done;
            while (pivot < rows.length && Math.abs(rows[pivot][column]) < 1e-9) {
                pivot++;
            }
            if (pivot == rows.length) {
                continue;
            }
            double[] lead = rows[pivot];
            rows[pivot] = rows[done];
            rows[done] = lead;
            double scale = lead[column];
            for (int i = 0; i < lead.length; i++) {
                lead[i] /= scale;
            }
            for (int r = 0; r < rows.length; r++) {
                double factor = rows[r][column];
                for (int i = 0; r != done && factor != 0 && i < lead.length; i++) {
                    rows[r][i] -= factor * lead[i];
                }
            }
            done++;
        }
    }

    @Test
    void emptyOrUnevenTablesAreRefused() {
        assertThatThrownBy(() -> Disclosure.hide(new long[0][0], new Rule(5))).hasMessageContaining("no cells");
        assertThatThrownBy(() -> Disclosure.hide(new long[][] {{1, 2}, {3}}, new Rule(5)))
                .hasMessageContaining("Row 2 has (1) cells");
        assertThatThrownBy(() -> Disclosure.hide(new long[][] {{-1}}, new Rule(5)))
                .hasMessageContaining("row 1");
        assertThatThrownBy(() -> new Rule(1)).hasMessageContaining("(1)");
    }
}
