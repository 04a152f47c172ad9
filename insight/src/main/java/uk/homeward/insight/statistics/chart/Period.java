package uk.homeward.insight.statistics.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points between two rebases, from which limits and causes are worked out. */
final class Period {

    /** With 12 points or fewer, limits are trial limits: the reading of "plot the dots", which warns at 12 as well. */
    static final int FULL_LIMITS_FROM = 13;

    private final int index;
    private final List<Observation> observations;
    private final double[] values; // of the points that count, ghosts left out; NaN for gaps
    private final Limits limits;

    Period(int index, List<Observation> observations, ChartSettings settings) {
        this.index = index;
        this.observations = observations;
        this.values = observations.stream()
                .filter(observation -> !observation.ghosted())
                .mapToDouble(Period::valueOf)
                .toArray();
        Integer fixAfter = settings.fixAfter();
        int baseline = fixAfter == null ? values.length : Math.min(fixAfter, values.length);
        this.limits = Limits.of(Arrays.copyOf(values, baseline), settings.screened());
    }

    private static double valueOf(Observation observation) {
        Double value = observation.value();
        return value == null ? Double.NaN : value;
    }

    Limits limits() {
        return limits;
    }

    List<ChartPoint> points(Improvement improvement) {
        Cause[] causes = causes();
        List<ChartPoint> points = new ArrayList<>(observations.size());
        int counted = 0;
        for (Observation observation : observations) {
            Cause cause = observation.ghosted() ? Cause.COMMON : causes[counted++];
            points.add(point(observation, cause, improvement));
        }
        return points;
    }

    private ChartPoint point(Observation observation, Cause cause, Improvement improvement) {
        double value = valueOf(observation);
        boolean comparable = limits.known() && !Double.isNaN(value);
        return new ChartPoint(
                observation,
                index,
                limits.mean(),
                limits.lower(),
                limits.upper(),
                comparable ? outside(value) : null,
                comparable ? close(value) : null,
                sideOrNull(value),
                cause,
                Variation.of(cause, improvement),
                values.length < FULL_LIMITS_FROM);
    }

    private @Nullable Integer sideOrNull(double value) {
        return Double.isNaN(value) ? null : side(value);
    }

    private Cause[] causes() {
        int[] sides = new int[values.length];
        boolean[] close = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            sides[i] = side(values[i]);
            close[i] = close(values[i]);
        }
        int[] trends = Rules.reachBack(Rules.completesTrend(values));
        boolean[] near = Rules.closeOnes(Rules.inTwoOfThree(close, sides), close);
        int[] runs = Rules.reachBack(signed(Rules.completesRun(sides), sides));
        Cause[] causes = new Cause[values.length];
        for (int i = 0; i < values.length; i++) {
            causes[i] = firstThatHolds(values[i], trends[i], near[i] ? sides[i] : 0, runs[i]);
        }
        return causes;
    }

    /** The rules in their order of precedence; each argument is 0 where its rule does not hold. */
    private Cause firstThatHolds(double value, int trend, int near, int run) {
        if (outside(value)) {
            return value > limits.upper() ? Cause.ABOVE_LIMIT : Cause.BELOW_LIMIT;
        }
        if (trend != 0) {
            return trend > 0 ? Cause.RISING : Cause.FALLING;
        }
        if (near != 0) {
            return near > 0 ? Cause.NEAR_UPPER : Cause.NEAR_LOWER;
        }
        if (run != 0) {
            return run > 0 ? Cause.RUN_ABOVE : Cause.RUN_BELOW;
        }
        return Cause.COMMON;
    }

    private static int[] signed(boolean[] marks, int[] sides) {
        int[] signed = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            signed[i] = marks[i] ? sides[i] : 0;
        }
        return signed;
    }

    private boolean outside(double value) {
        return value > limits.upper() || value < limits.lower();
    }

    private boolean close(double value) {
        return !outside(value) && (value < limits.nearLower() || value > limits.nearUpper());
    }

    private int side(double value) {
        return value > limits.mean() ? 1 : value < limits.mean() ? -1 : 0;
    }
}
