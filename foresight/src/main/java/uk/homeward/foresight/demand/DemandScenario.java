package uk.homeward.foresight.demand;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed about demand from a base year to a horizon.
 *
 * @param base the first year
 * @param horizon the year by which effects have grown to their full size; they keep it in later years
 * @param last the last year that is computed
 * @param occupancy the share of beds that is in use in an average night
 * @param bedsNow the beds of the base year, to which the rates are scaled; null where the rates stand as they are
 * @param stated a figure that a document states, to be held against; null where there is none
 */
public record DemandScenario(
        String title,
        int base,
        int horizon,
        int last,
        List<String> areas,
        int fromAge,
        Distribution occupancy,
        @Nullable Double bedsNow,
        @Nullable Stated stated,
        List<Assumption> assumptions) {

    /** Beds that a document says would be needed on top of those of the base year, by the horizon. */
    public record Stated(double more, String source) {}

    public DemandScenario {
        if (horizon <= base) {
            throw new IllegalArgumentException("the horizon (" + horizon + ") is not after the base year (" + base
                    + "). Maybe: choose a later year");
        }
        if (last <= base) {
            throw new IllegalArgumentException("the last year (" + last + ") is not after the base year (" + base
                    + "). Maybe: choose a later year");
        }
        areas = List.copyOf(areas);
        assumptions = List.copyOf(assumptions);
    }

    public Optional<Stated> findStated() {
        return Optional.ofNullable(stated);
    }

    /** The same assumptions, computed to {@code years} after the base; effects still reach their size by the horizon. */
    public DemandScenario withYears(int years) {
        return new DemandScenario(
                title, base, horizon, base + years, areas, fromAge, occupancy, bedsNow, stated, assumptions);
    }
}
