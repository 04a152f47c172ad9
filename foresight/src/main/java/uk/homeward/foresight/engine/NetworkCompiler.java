package uk.homeward.foresight.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Exit;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Pool;
import uk.homeward.foresight.network.Standing;
import uk.homeward.foresight.network.Step;

/** Turns a network of names into numbers; refuses what could not be played. */
final class NetworkCompiler {

    private final Network network;
    private final Names names;
    private final TraitPacking packing;

    private NetworkCompiler(Network network) {
        this.network = network;
        this.names = new Names(network);
        this.packing = new TraitPacking(network.traits());
    }

    static Compiled compile(Network network) {
        TimelessCycles.refuse(network);
        return new NetworkCompiler(network).compile();
    }

    private Compiled compile() {
        Needs needs = new Needs(network, names);
        Ranking ranking = new Ranking(network.steps(), packing);
        StepPlan[] plans = new StepPlan[network.steps().size()];
        for (int i = 0; i < plans.length; i++) {
            Step step = network.steps().get(i);
            refuseIfNeverFits(step);
            plans[i] = new StepPlan(i, step, names, needs, ranking, packing);
        }
        network.standing().forEach(this::refuseIfNowhere);
        return new Compiled(
                network,
                packing,
                needs,
                ranking.ranks,
                plans,
                network.decisions().stream()
                        .map(d -> new Choice(d, names.places(d.options(), o -> o.to()), packing))
                        .toArray(Choice[]::new),
                network.exits().stream().map(this::comeback).toArray(Compiled.Comeback[]::new),
                new Moments(network),
                network.sources().stream().map(s -> new Door(s, names, packing)).toArray(Door[]::new));
    }

    private void refuseIfNeverFits(Step step) {
        boolean fits = step.alternatives().isEmpty()
                || step.alternatives().stream()
                        .anyMatch(together -> together.stream().allMatch(u -> u.amount() <= most(u.pool())));
        if (!fits) {
            throw new IllegalArgumentException("step (" + step.name() + ") needs " + step.alternatives()
                    + ", more than there ever is. Maybe: raise a capacity, or lower what the step occupies");
        }
    }

    private int most(String pool) {
        Pool found = network.pools().get(names.pool(pool));
        return found.changes().stream().mapToInt(Pool.Change::places).reduce(found.places(), Math::max);
    }

    private Compiled.@Nullable Comeback comeback(Exit exit) {
        Exit.Returning returning = exit.returning();
        if (returning == null || returning.share() == 0) {
            return null;
        }
        return new Compiled.Comeback(
                returning.share(),
                Purpose.of("return", exit.name()),
                new Lasts("away", exit.name(), returning.after(), List.of(), packing),
                names.source(returning.source()));
    }

    private void refuseIfNowhere(Standing standing) {
        boolean enters = standing.state() == Standing.State.ENTERING;
        int steps = network.steps().size();
        if (names.place(standing.step())
                >= steps + (enters ? network.decisions().size() : 0)) {
            throw new IllegalArgumentException("nobody can stand in (" + standing.step()
                    + "): it is no step. Maybe: name the step they are in or wait for");
        }
        String keeps = standing.keeps();
        if (keeps != null && (standing.state() == Standing.State.IN_STEP || !isKept(keeps))) {
            throw new IllegalArgumentException("nobody who stands in (" + standing.step() + ") keeps a place of ("
                    + keeps + "). Maybe: only those who wait or decide keep one, of a step that keeps its place");
        }
    }

    private boolean isKept(String step) {
        return network.steps().stream().anyMatch(s -> s.name().equals(step) && s.keepsPlace());
    }
}
