package uk.homeward.server.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import uk.homeward.foresight.network.Standing;
import uk.homeward.foresight.pathway.ScenarioRun;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.pathway.StepId;

/**
 * Somebody on a journey now.
 *
 * @param at the step or decision where they stand
 * @param readySince since when they are ready and do not move; {@code since} where they are not delayed
 * @param pools the pools of which they occupy places
 */
record Somebody(
        String journey,
        String state,
        String at,
        String route,
        String locality,
        Instant since,
        Instant readySince,
        Map<String, String> attributes,
        Set<String> pools) {

    Somebody {
        attributes = Map.copyOf(attributes);
        pools = Set.copyOf(pools);
    }

    boolean isInStep() {
        return state.equals("IN_STEP");
    }

    /** True for somebody who is done here and keeps the place while they wait. */
    boolean keepsAPlace() {
        return !isInStep() && !pools.isEmpty();
    }

    Duration elapsed(Instant now) {
        return now.isAfter(since) ? Duration.between(since, now) : Duration.ZERO;
    }

    /** The same person at the start of a simulation. */
    Standing standing(Pathway pathway, Instant now) {
        double hours = elapsed(now).toMillis() / 3_600_000.0;
        return switch (state) {
            case "IN_STEP" -> new Standing(at, Standing.State.IN_STEP, hours, attributes, 0);
            case "WAITING" -> new Standing(at, Standing.State.WAITING, hours, attributes, 0, keeps(pathway));
            case "DECIDING" -> new Standing(at, Standing.State.ENTERING, ready(now), attributes, 0, keeps(pathway));
            default -> referred(pathway, hours);
        };
    }

    private double ready(Instant now) {
        return now.isAfter(readySince) ? Duration.between(readySince, now).toMillis() / 3_600_000.0 : 0;
    }

    private Standing referred(Pathway pathway, double hours) {
        var way = pathway.get(RouteId.of(route));
        return way.acceptance()
                ? new Standing(ScenarioRun.acceptance(way.id()), Standing.State.IN_STEP, hours, attributes, 0)
                : new Standing(way.to().name(), Standing.State.ENTERING, 0, attributes, 0);
    }

    private @org.jspecify.annotations.Nullable String keeps(Pathway pathway) {
        return pathway.steps().values().stream()
                .filter(step ->
                        step.keepsPlace() && step.occupies().keySet().stream().anyMatch(p -> pools.contains(p.value())))
                .map(Step::id)
                .map(StepId::value)
                .findFirst()
                .orElse(null);
    }
}
