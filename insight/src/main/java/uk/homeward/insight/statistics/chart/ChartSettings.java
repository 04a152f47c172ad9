package uk.homeward.insight.statistics.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a chart is to be drawn.
 *
 * @param improvement which way is better
 * @param screened whether moving ranges of 3.267 times their mean and more are left out, once, before the limits are
 *     set; the spreadsheet of NHS England does not do so
 * @param fixAfter the limits of each period come from its first so many points; null: from all
 * @param rebases where new periods begin; each takes effect at the first point on or after its date
 * @param target what the measure should reach; null when there is none
 */
public record ChartSettings(
        Improvement improvement,
        boolean screened,
        @Nullable Integer fixAfter,
        List<Rebase> rebases,
        @Nullable Double target) {

    public ChartSettings {
        rebases = List.copyOf(rebases);
        if (fixAfter != null && fixAfter < 1) {
            throw new IllegalArgumentException("Limits cannot be fixed after (" + fixAfter
                    + ") points. Maybe: 12 was meant, or none for limits from all points.");
        }
        if (target != null && !Double.isFinite(target)) {
            throw new IllegalArgumentException("The target is (" + target + "). Maybe: leave it out.");
        }
    }

    /** Screened limits from all points, without rebasing or target. */
    public static ChartSettings of(Improvement improvement) {
        return new ChartSettings(improvement, true, null, List.of(), null);
    }

    public ChartSettings withTarget(double newTarget) {
        return new ChartSettings(improvement, screened, fixAfter, rebases, newTarget);
    }

    public ChartSettings withRebases(List<Rebase> newRebases) {
        return new ChartSettings(improvement, screened, fixAfter, newRebases, target);
    }

    public ChartSettings withFixAfter(int points) {
        return new ChartSettings(improvement, screened, points, rebases, target);
    }

    public ChartSettings unscreened() {
        return new ChartSettings(improvement, false, fixAfter, rebases, target);
    }
}
