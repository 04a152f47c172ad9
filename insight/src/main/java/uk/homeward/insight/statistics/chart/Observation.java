package uk.homeward.insight.statistics.chart;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of a measure.
 *
 * @param date the first day of what was measured
 * @param value null when there is no figure: a gap over which neither a moving range nor a run is carried
 * @param ghosted shown on the chart, but left out of everything that is computed, as if it were not there
 */
public record Observation(LocalDate date, @Nullable Double value, boolean ghosted) {

    public Observation {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException("The value of " + date + " is (" + value
                    + "). Maybe: it was divided by zero; give no value instead.");
        }
    }

    public static Observation of(LocalDate date, double value) {
        return new Observation(date, value, false);
    }
}
