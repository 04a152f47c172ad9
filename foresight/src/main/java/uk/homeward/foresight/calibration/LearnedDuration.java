package uk.homeward.foresight.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.Lasting;

/**
 * How long something lasts for somebody whom no shift concerns.
 *
 * @param name the step, or {@code ROUTE acceptance}
 * @param stays seen to begin within the window
 * @param ended of these, seen to end
 * @param assumed what the pathway says; null where it says nothing
 * @param learned what the events say; null where they are too few
 * @param mean of what was learned, in hours
 * @param naive the mean in hours of those alone that ended: what one would get who forgets the others
 * @param fit observed beside fitted quantiles
 * @param distance the largest distance between the shares that had ended, observed and fitted
 * @param why why it stays as assumed; empty where it was learned
 */
public record LearnedDuration(
        String name,
        int stays,
        int ended,
        @Nullable Lasting assumed,
        @Nullable Lasting learned,
        Between mean,
        double naive,
        List<Quantile> fit,
        double distance,
        List<LearnedEffect> effects,
        String why) {

    public LearnedDuration {
        fit = List.copyOf(fit);
        effects = List.copyOf(effects);
    }

    /** Within which hours the share {@code p} had ended: observed (Kaplan-Meier), as fitted, as the pathway assumes. */
    public record Quantile(double p, double observed, double fitted, double assumed) {}

    public boolean isLearned() {
        return learned != null;
    }
}
