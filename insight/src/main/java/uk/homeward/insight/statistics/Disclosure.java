package uk.homeward.insight.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Hides small numbers in a table of counts with its totals, so that nobody can be recognised: first the small counts
 * themselves, then as many others as it takes that no hidden count follows from what is left, by subtraction along rows
 * and columns in whatever combination.
 *
 * <p>A table is a graph: rows and columns (the totals' row and column among them) are its nodes, cells its edges. A hidden
 * cell can be worked out exactly when its edge lies on no cycle of hidden edges. So for each such edge the cheapest cycle
 * is closed, with the size of a cell as its price. Source: Gusfield D. A graph theoretic approach to statistical data
 * security. SIAM Journal on Computing 1988.
 */
public final class Disclosure {

    /**
     * What counts as small.
     *
     * @param below counts from 1 to one less than this are hidden, for example 5, or 8 for hospital statistics
     */
    public record Rule(int below) {

        public Rule {
            if (below < 2) {
                throw new UnfitData("Counts below (" + below + ") are to be hidden.", "5 or 8 was meant.");
            }
        }

        boolean small(long count) {
            return count > 0 && count < below;
        }
    }

    private static final double PRICE_OF_ZERO = 1e12; // an empty cell hides little: only when nothing else is left

    private final long[][] counts; // with totals as last row and last column
    private final boolean[][] hidden;
    private final int rows;
    private final int columns;

    private Disclosure(long[][] counts) {
        this.counts = counts;
        this.rows = counts.length;
        this.columns = counts[0].length;
        this.hidden = new boolean[rows][columns];
    }

    /**
     * Which cells to hide.
     *
     * @param counts rows of equal length, without totals; zero or more
     * @return true where a cell must be hidden; one row and one column longer than {@code counts}, for the totals
     */
    public static boolean[][] hide(long[][] counts, Rule rule) {
        Disclosure table = new Disclosure(withTotals(counts));
        table.hideSmall(rule);
        table.closeCycles();
        return table.hidden;
    }

    private static long[][] withTotals(long[][] counts) {
        if (counts.length == 0 || counts[0].length == 0) {
            throw new UnfitData("The table has no cells.", "the measure has no data: say so instead.");
        }
        int width = counts[0].length;
        long[][] all = new long[counts.length + 1][width + 1];
        for (int r = 0; r < counts.length; r++) {
            if (counts[r].length != width) {
                throw new UnfitData(
                        "Row " + (r + 1) + " has (" + counts[r].length + ") cells, not " + width + ".",
                        "0 is missing.");
            }
            for (int c = 0; c < width; c++) {
                Bands.count("count in row " + (r + 1) + ", column " + (c + 1), counts[r][c]);
                all[r][c] = counts[r][c];
                all[r][width] += counts[r][c];
                all[counts.length][c] += counts[r][c];
                all[counts.length][width] += counts[r][c];
            }
        }
        return all;
    }

    private void hideSmall(Rule rule) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                hidden[r][c] = rule.small(counts[r][c]);
            }
        }
    }

    private void closeCycles() {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (hidden[r][c]) {
                    cheapestWayAround(r, c).forEach(cell -> hidden[cell[0]][cell[1]] = true);
                }
            }
        }
    }

    /** The cells of the cheapest path from the cell's row to its column that does not use the cell (Dijkstra). */
    private List<int[]> cheapestWayAround(int row, int column) {
        Search search = new Search(row, column);
        search.run();
        return search.cellsTo(rows + column);
    }

    /** One search over rows (nodes from 0) and columns (nodes after them). */
    private final class Search {
        private final int row;
        private final int column;
        private final double[] price = new double[rows + columns];
        private final int[] from = new int[rows + columns];
        private final PriorityQueue<double[]> open = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));

        Search(int row, int column) {
            this.row = row;
            this.column = column;
            Arrays.fill(price, Double.POSITIVE_INFINITY);
            Arrays.fill(from, -1);
        }

        void run() {
            price[row] = 0;
            open.add(new double[] {0, row});
            while (!open.isEmpty()) {
                double[] next = open.remove();
                int node = (int) next[1];
                if (next[0] <= price[node]) {
                    goOnFrom(node);
                }
            }
        }

        private void goOnFrom(int node) {
            boolean isRow = node < rows;
            for (int i = 0; i < (isRow ? columns : rows); i++) {
                int r = isRow ? node : i;
                int c = isRow ? i : node - rows;
                int other = isRow ? rows + i : i;
                double way = price[node] + priceOf(r, c);
                if (!(r == row && c == column) && way < price[other]) {
                    price[other] = way;
                    from[other] = node;
                    open.add(new double[] {way, other});
                }
            }
        }

        List<int[]> cellsTo(int target) {
            List<int[]> cells = new ArrayList<>();
            for (int node = target; from[node] >= 0; node = from[node]) {
                int other = from[node];
                cells.add(node < rows ? new int[] {node, other - rows} : new int[] {other, node - rows});
            }
            return cells;
        }
    }

    private double priceOf(int r, int c) {
        if (hidden[r][c]) {
            return 0;
        }
        return counts[r][c] == 0 ? PRICE_OF_ZERO : counts[r][c];
    }
}
