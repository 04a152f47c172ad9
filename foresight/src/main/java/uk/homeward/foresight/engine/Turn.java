package uk.homeward.foresight.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.engine.Compiled.Comeback;
import uk.homeward.foresight.network.Pool;

/**
 * What holds from a moment on: other durations, shares, arrivals, capacities and limits on the same network. Whoever is in
 * a step by then stays as long as they were to stay; what is drawn from then on is drawn anew.
 *
 * @param at milliseconds after the start of the run
 * @param limits of standards, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // tables of the engine, never compared
record Turn(
        long at,
        StepPlan[] plans,
        Choice[] choices,
        @Nullable Comeback[] comebacks,
        Door[] doors,
        List<Pool> pools,
        long[] limits) {}
