package uk.homeward.foresight.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Exit;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.Pool;
import uk.homeward.foresight.network.Step;
import uk.homeward.foresight.network.WorkingHours;

/** Turns a network of names into flat arrays; refuses what could not be played. */
final class NetworkCompiler {

    final TraitPacking packing;
    final Needs needs;
    final Ranking ranking;
    final Lasts[] lasts;
    final int[] next;
    final boolean[] keepsPlace;
    final int[] queueLimit;
    final int[] overflow;
    final Hazards[] waiting;
    final Hazards[] staying;
    final @Nullable Lasts[] transfer;
    final long[] holdFor;
    final @Nullable WorkingHours[] worked;
    final Choice[] choices;
    final Compiled.@Nullable Comeback[] comebacks;
    final Moments moments;
    final Door[] doors;

    private final Names names;
    private final List<Pool> pools;

    private NetworkCompiler(Network network) {
        names = new Names(network);
        pools = network.pools();
        packing = new TraitPacking(network.traits());
        needs = new Needs(network, names);
        ranking = new Ranking(network.steps(), packing);
        int n = network.steps().size();
        lasts = new Lasts[n];
        next = names.places(network.steps(), Step::next);
        keepsPlace = new boolean[n];
        queueLimit = new int[n];
        overflow = new int[n];
        waiting = new Hazards[n];
        staying = new Hazards[n];
        transfer = new Lasts[n];
        holdFor = new long[n];
        worked = new WorkingHours[n];
        for (int i = 0; i < n; i++) {
            step(i, network.steps().get(i));
        }
        choices = network.decisions().stream()
                .map(d -> new Choice(d, names.places(d.options(), o -> o.to()), packing))
                .toArray(Choice[]::new);
        comebacks = network.exits().stream().map(this::comeback).toArray(Compiled.Comeback[]::new);
        moments = new Moments(network);
        doors = network.sources().stream().map(s -> new Door(s, names, packing)).toArray(Door[]::new);
        network.standing().forEach(s -> standsInStep(s.step(), n));
    }

    static Compiled compile(Network network) {
        TimelessCycles.refuse(network);
        return new Compiled(network, new NetworkCompiler(network));
    }

    private void step(int i, Step step) {
        refuseIfNeverFits(step);
        lasts[i] = new Lasts("last", step.name(), step.duration(), step.effects(), packing);
        keepsPlace[i] = step.keepsPlace();
        queueLimit[i] = step.queueLimit();
        String elsewhere = step.overflow();
        overflow[i] = elsewhere == null ? -1 : names.place(elsewhere);
        waiting[i] = new Hazards("wait", step.name(), step.waitingRisks(), names, packing);
        staying[i] = new Hazards("stay", step.name(), step.stayRisks(), names, packing);
        var move = step.transfer();
        transfer[i] = move == null ? null : new Lasts("move", step.name(), move, List.of(), packing);
        holdFor[i] = Double.isInfinite(step.holdFor()) ? Long.MAX_VALUE : Lasts.millis(step.holdFor());
        worked[i] = step.worked();
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
        Pool found = pools.get(names.pool(pool));
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

    private void standsInStep(String name, int steps) {
        if (names.place(name) >= steps) {
            throw new IllegalArgumentException(
                    "nobody can stand in (" + name + "): it is no step. Maybe: name the step they are in or wait for");
        }
    }
}
