package uk.homeward.foresight.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The least value of a smooth function of two numbers, by the simplex method of Nelder and Mead (1965). */
final class Least {

    private static final int STEPS = 400;
    private static final double FINE = 1e-9;

    private record Corner(double[] at, double value) {}

    private final ToDoubleFunction<double[]> function;
    private final Corner[] corners;

    private Least(ToDoubleFunction<double[]> function, double[] start) {
        this.function = function;
        this.corners = new Corner[] {
            corner(start),
            corner(new double[] {start[0] + 0.3, start[1]}),
            corner(new double[] {start[0], start[1] + 0.3})
        };
    }

    static double[] of(ToDoubleFunction<double[]> function, double[] start) {
        return new Least(function, start).find();
    }

    private Corner corner(double[] at) {
        double value = function.applyAsDouble(at);
        return new Corner(at, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    private double[] find() {
        for (int step = 0; step < STEPS; step++) {
            Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
            if (corners[2].value() - corners[0].value() < FINE * (1 + Math.abs(corners[0].value()))) {
                break;
            }
            move();
        }
        Arrays.sort(corners, Comparator.comparingDouble(Corner::value));
        return corners[0].at();
    }

    private void move() {
        Corner mirrored = along(1);
        if (mirrored.value() < corners[0].value()) {
            Corner further = along(2);
            corners[2] = further.value() < mirrored.value() ? further : mirrored;
        } else if (mirrored.value() < corners[1].value()) {
            corners[2] = mirrored;
        } else {
            Corner nearer = along(mirrored.value() < corners[2].value() ? 0.5 : -0.5);
            if (nearer.value() < Math.min(mirrored.value(), corners[2].value())) {
                corners[2] = nearer;
            } else {
                corners[1] = halfway(corners[1]);
                corners[2] = halfway(corners[2]);
            }
        }
    }

    /** From the worst corner through the middle of the others and so far beyond. */
    private Corner along(double beyond) {
        double[] at = new double[2];
        for (int i = 0; i < 2; i++) {
            double middle = 0.5 * (corners[0].at()[i] + corners[1].at()[i]);
            at[i] = middle + beyond * (middle - corners[2].at()[i]);
        }
        return corner(at);
    }

    private Corner halfway(Corner corner) {
        return corner(new double[] {
            0.5 * (corner.at()[0] + corners[0].at()[0]),
            0.5 * (corner.at()[1] + corners[0].at()[1])
        });
    }
}
