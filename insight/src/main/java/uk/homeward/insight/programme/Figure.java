package uk.homeward.insight.programme;

import java.time.LocalDate;
import uk.homeward.insight.statistics.Interval;

/**
 * What was measured.
 *
 * @param when the period in words, such as {@code March 2026}
 * @param on the last day of the period
 * @param limits at 95%; NaN where there are none
 */
public record Figure(String when, LocalDate on, double value, Interval limits) {

    boolean hasLimits() {
        return Double.isFinite(limits.lower()) && Double.isFinite(limits.upper());
    }
}
