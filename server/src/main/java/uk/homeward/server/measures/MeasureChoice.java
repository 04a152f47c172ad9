package uk.homeward.server.measures;

import org.jspecify.annotations.Nullable;
import uk.homeward.insight.measures.Grain;

/**
 * What is shown of one measure.
 *
 * @param by the split of the table of groups; null where the measure has none
 * @param group the group whose chart is drawn; null for the whole place
 * @param over what is laid over the chart; blank for nothing
 */
public record MeasureChoice(@Nullable String by, @Nullable String group, Grain grain, String over) {

    /** The query behind a download's address. */
    public String query() {
        return "?grain=" + grain.word() + (by == null ? "" : "&by=" + by);
    }
}
