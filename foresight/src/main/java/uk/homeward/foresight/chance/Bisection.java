package uk.homeward.foresight.chance;

import java.util.function.DoubleUnaryOperator;

/** The root of a rising function by halving; needs no derivative and cannot leave the bracket. */
final class Bisection {

    private Bisection() {}

    static double solve(double from, double to, DoubleUnaryOperator rising) {
        double low = from;
        double high = to;
        for (int i = 0; i < 200 && high - low > 1e-14 * Math.max(1e-300, Math.abs(high)); i++) {
            double middle = 0.5 * (low + high);
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
