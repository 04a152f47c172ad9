package uk.homeward.foresight.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Pool;

/**
 * A network by number, shared by all replications and never changed. Places where people can be are numbered: steps
 * first, then decisions, then exits.
 */
final class Compiled {

    final Network network;
    final TraitPacking packing;
    final Needs needs;
    final int steps;
    final int decisions;
    final int exits;
    final int pools;
    final int sources;
    final int standards;
    final int ranks; // classes of priority

    final StepPlan[] plans;
    final Choice[] choices;
    final @Nullable Comeback[] comebacks; // by exit
    final Moments moments;
    final Door[] doors;
    final Turn[] turns; // what holds from later moments on, in order of time

    /** People who come back after an exit. */
    record Comeback(double share, long purpose, Lasts after, int source) {}

    Compiled(
            Network network,
            TraitPacking packing,
            Needs needs,
            int ranks,
            StepPlan[] plans,
            Choice[] choices,
            @Nullable Comeback[] comebacks,
            Moments moments,
            Door[] doors,
            Turn[] turns) {
        this.network = network;
        this.packing = packing;
        this.needs = needs;
        this.steps = network.steps().size();
        this.decisions = network.decisions().size();
        this.exits = network.exits().size();
        this.pools = network.pools().size();
        this.sources = network.sources().size();
        this.standards = network.standards().size();
        this.ranks = ranks;
        this.plans = plans;
        this.choices = choices;
        this.comebacks = comebacks;
        this.moments = moments;
        this.doors = doors;
        this.turns = turns;
    }

    /** The clock that the periods go by, after those of sources and pools. */
    int periodClock() {
        return sources + pools;
    }

    /** The clock of the turns. */
    int turnClock() {
        return sources + pools + 1;
    }

    /** How many rows belong to clocks. */
    int clocks() {
        return sources + pools + 2;
    }

    /** True if the pool has one capacity for the whole run. */
    boolean isConstant(int pool) {
        Pool at = network.pools().get(pool);
        return at.changes().isEmpty()
                && Arrays.stream(turns).allMatch(t -> t.pools().get(pool).equals(at));
    }

    List<String> stepNames() {
        return network.steps().stream().map(s -> s.name()).toList();
    }

    List<String> poolNames() {
        return network.pools().stream().map(p -> p.name()).toList();
    }
}
