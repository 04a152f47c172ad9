package uk.homeward.insight.statistics.chart;

import org.jspecify.annotations.Nullable;

/**
 * One point as it is drawn.
 *
 * @param observation what was measured
 * @param period 0 for the first period, one more at each rebase
 * @param mean of the period's baseline; NaN when it has no value
 * @param lower process limit; NaN when fewer than two neighbouring values, or no range of ordinary size, tell it
 * @param upper process limit, likewise
 * @param outside beyond a limit; null without value or limits
 * @param close beyond two thirds of the way to a limit, yet within it; null without value or limits
 * @param side 1 above the mean, -1 below, 0 on it; null without a value
 * @param cause which rule marks the point
 * @param variation what that means
 * @param trial whether the period has twelve points or fewer, so that its limits are trial limits
 */
public record ChartPoint(
        Observation observation,
        int period,
        double mean,
        double lower,
        double upper,
        @Nullable Boolean outside,
        @Nullable Boolean close,
        @Nullable Integer side,
        Cause cause,
        Variation variation,
        boolean trial) {}
