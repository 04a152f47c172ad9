package uk.homeward.foresight.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.engine.Compiled.Comeback;
import uk.homeward.foresight.network.Exit;
import uk.homeward.foresight.network.Later;
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
        return compile(network, List.of());
    }

    /** @param later the same network with other numbers from later moments on, in order of time */
    static Compiled compile(Network network, List<Later> later) {
        TimelessCycles.refuse(network);
        later.forEach(l -> TimelessCycles.refuse(l.network()));
        later.forEach(l -> SameShape.refuseOther(network, l.network()));
        return new NetworkCompiler(network).compile(later);
    }

    private Compiled compile(List<Later> later) {
        Needs needs = new Needs(network, names);
        Ranking ranking = new Ranking(network.steps(), packing);
        network.steps().forEach(step -> refuseIfNeverFits(step, later));
        network.standing().forEach(this::refuseIfNowhere);
        return new Compiled(
                network,
                packing,
                needs,
                ranking.ranks,
                plans(network, needs, ranking),
                choices(network),
                comebacks(network),
                new Moments(network),
                doors(network),
                later.stream().map(l -> turn(l, needs, ranking)).toArray(Turn[]::new));
    }

    private Turn turn(Later later, Needs needs, Ranking ranking) {
        Network other = later.network();
        return new Turn(
                Lasts.millis(later.atHours()),
                plans(other, needs, ranking),
                choices(other),
                comebacks(other),
                doors(other),
                other.pools(),
                other.standards().stream()
                        .mapToLong(s -> Lasts.millis(s.limitHours()))
                        .toArray());
    }

    private StepPlan[] plans(Network of, Needs needs, Ranking ranking) {
        StepPlan[] plans = new StepPlan[of.steps().size()];
        Arrays.setAll(plans, i -> new StepPlan(i, of.steps().get(i), names, needs, ranking, packing));
        return plans;
    }

    private Choice[] choices(Network of) {
        return of.decisions().stream()
                .map(d -> new Choice(d, names.places(d.options(), o -> o.to()), packing))
                .toArray(Choice[]::new);
    }

    private @Nullable Comeback[] comebacks(Network of) {
        return of.exits().stream().map(this::comeback).toArray(Comeback[]::new);
    }

    private Door[] doors(Network of) {
        return of.sources().stream().map(s -> new Door(s, names, packing)).toArray(Door[]::new);
    }

    private void refuseIfNeverFits(Step step, List<Later> later) {
        boolean fits = step.alternatives().isEmpty()
                || step.alternatives().stream()
                        .anyMatch(together -> together.stream().allMatch(u -> u.amount() <= most(u.pool(), later)));
        if (!fits) {
            throw new IllegalArgumentException("step (" + step.name() + ") needs " + step.alternatives()
                    + ", more than there ever is. Maybe: raise a capacity, or lower what the step occupies");
        }
    }

    private int most(String pool, List<Later> later) {
        int index = names.pool(pool);
        return Stream.concat(Stream.of(network), later.stream().map(Later::network))
                .map(n -> n.pools().get(index))
                .mapToInt(found ->
                        found.changes().stream().mapToInt(Pool.Change::places).reduce(found.places(), Math::max))
                .max()
                .orElse(0);
    }

    private @Nullable Comeback comeback(Exit exit) {
        Exit.Returning returning = exit.returning();
        if (returning == null || returning.share() == 0) {
            return null;
        }
        return new Comeback(
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
