package uk.homeward.insight.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.homeward.insight.statistics.Interval;

/**
 * One figure of a measure.
 *
 * @param period the first day of the period
 * @param group the value of the split; null for the whole place
 * @param numerator null where it is hidden, or the kind has none
 * @param denominator likewise
 * @param n how many were counted; null where hidden
 * @param value the figure in the measure's unit; null where it is hidden, or cannot be told
 * @param limits at 95%, in the measure's unit; NaN where there are none
 * @param hidden true where a small number is kept back
 * @param partial true where the period is not over
 */
public record MeasureRow(
        LocalDate period,
        @Nullable String group,
        @Nullable Double numerator,
        @Nullable Double denominator,
        @Nullable Long n,
        @Nullable Double value,
        Interval limits,
        boolean hidden,
        boolean partial) {

    /** The same with its numbers kept back. */
    MeasureRow hide() {
        return new MeasureRow(period, group, null, null, null, null, Interval.NONE, true, partial);
    }
}
