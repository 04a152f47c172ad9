package uk.homeward.foresight.chance;

/** Gaussian elimination with pivoting, for the few phases of a phase-type distribution. */
final class LinearEquations {

    private LinearEquations() {}

    /** Solves the equations whose rows end with their right-hand side; the rows are used up. */
    static double[] solve(double[][] a) {
        int n = a.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            if (Math.abs(a[pivot][column]) < 1e-12) {
                throw new IllegalArgumentException(
                        "there are phases that are never left. Maybe: give each of them a leaving rate");
            }
            double[] swap = a[column];
            a[column] = a[pivot];
            a[pivot] = swap;
            for (int row = 0; row < n; row++) {
                if (row != column) {
                    double factor = a[row][column] / a[column][column];
                    for (int k = column; k <= n; k++) {
                        a[row][k] -= factor * a[column][k];
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return x;
    }
}
