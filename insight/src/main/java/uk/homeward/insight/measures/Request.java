package uk.homeward.insight.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of a measure.
 *
 * @param by the column to split by; null for the whole place only
 * @param from the first day; null for all
 * @param to the first day that is no longer meant; null for all
 */
public record Request(
        Grain grain,
        @Nullable String by,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Every month of the whole place. */
    public static final Request MONTHLY = new Request(Grain.MONTH, null, null, null);

    public Request by(@Nullable String split) {
        return new Request(grain, split, from, to);
    }

    public Request from(@Nullable LocalDate day) {
        return new Request(grain, by, day, to);
    }
}
