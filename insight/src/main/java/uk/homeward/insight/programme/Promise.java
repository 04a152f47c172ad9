package uk.homeward.insight.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.chart.Improvement;

/**
 * What a figure should come to, and from where.
 *
 * @param baseline what it was on {@code baselineOn}; null where nobody said
 * @param target what it should be on {@code targetBy}, and from then on; null where nobody set a figure
 */
public record Promise(
        Improvement improvement,
        String unit,
        @Nullable Double baseline,
        @Nullable LocalDate baselineOn,
        @Nullable Double target,
        @Nullable LocalDate targetBy) {

    /** Where the figure should be on a day: on the straight line from baseline to target. Empty where nothing tells it. */
    OptionalDouble expectedOn(LocalDate day) {
        if (target == null || targetBy == null) {
            return OptionalDouble.empty();
        }
        if (!day.isBefore(targetBy)) {
            return OptionalDouble.of(target);
        }
        if (baseline == null || baselineOn == null) {
            return OptionalDouble.empty();
        }
        double gone = (double) ChronoUnit.DAYS.between(baselineOn, day) / ChronoUnit.DAYS.between(baselineOn, targetBy);
        return OptionalDouble.of(baseline + (target - baseline) * Math.max(0, gone));
    }

    /** True where {@code value} is at least as good as {@code other}. */
    boolean asGood(double value, double other) {
        return improvement == Improvement.INCREASE ? value >= other : value <= other;
    }
}
