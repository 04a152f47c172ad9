package uk.homeward.foresight.calibration;

/** Linear equations of symmetric positive matrices (Cholesky), for a few unknowns. */
final class Equations {

    private Equations() {}

    /** The inverse; a small ridge keeps it finite where the matrix is nearly singular. */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] root = cholesky(matrix);
        double[][] inverse = new double[n][];
        for (int column = 0; column < n; column++) {
            double[] unit = new double[n];
            unit[column] = 1;
            inverse[column] = substitute(root, unit);
        }
        return inverse;
    }

    static double[] solve(double[][] matrix, double[] right) {
        return substitute(cholesky(matrix), right);
    }

    private static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = Math.sqrt(Math.max(sum, 1e-10 * Math.max(1e-6, Math.abs(a[i][i]))));
                } else {
                    l[i][j] = sum / l[j][j];
                }
            }
        }
        return l;
    }

    private static double[] substitute(double[][] l, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= l[i][k] * x[k];
            }
            x[i] /= l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= l[k][i] * x[k];
            }
            x[i] /= l[i][i];
        }
        return x;
    }
}
