package uk.homeward.foresight.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Network;
import uk.homeward.foresight.network.WorkingHours;

/**
 * A network as flat arrays, shared by all replications and never changed. Places where people can be are numbered: steps
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

    final Lasts[] lasts;
    final int[] next;
    final boolean[] keepsPlace;
    final int[] queueLimit;
    final int[] overflow;
    final int[] rank; // class of priority
    final int[][] rankBy; // class of priority by value of a trait; empty if none decides
    final int[] rankShift;
    final int[] rankMask;
    final int ranks;
    final Hazards[] waiting;
    final Hazards[] staying;
    final @Nullable Lasts[] transfer;
    final long[] holdFor;
    final @Nullable WorkingHours[] worked;

    final Choice[] choices;
    final @Nullable Comeback[] comebacks;
    final Moments moments;
    final Door[] doors;

    /** People who come back after an exit. */
    record Comeback(double share, long purpose, Lasts after, int source) {}

    Compiled(Network network, NetworkCompiler c) {
        this.network = network;
        this.packing = c.packing;
        this.needs = c.needs;
        this.steps = network.steps().size();
        this.decisions = network.decisions().size();
        this.exits = network.exits().size();
        this.pools = network.pools().size();
        this.sources = network.sources().size();
        this.standards = network.standards().size();
        this.lasts = c.lasts;
        this.next = c.next;
        this.keepsPlace = c.keepsPlace;
        this.queueLimit = c.queueLimit;
        this.overflow = c.overflow;
        this.rank = c.ranking.rank;
        this.rankBy = c.ranking.rankBy;
        this.rankShift = c.ranking.shift;
        this.rankMask = c.ranking.mask;
        this.ranks = c.ranking.ranks;
        this.waiting = c.waiting;
        this.staying = c.staying;
        this.transfer = c.transfer;
        this.holdFor = c.holdFor;
        this.worked = c.worked;
        this.choices = c.choices;
        this.comebacks = c.comebacks;
        this.moments = c.moments;
        this.doors = c.doors;
    }

    /** The class of priority with which someone of these traits waits for a step. */
    int rank(int step, long traits) {
        int[] by = rankBy[step];
        return by.length == 0 ? rank[step] : by[(int) (traits >>> rankShift[step] & rankMask[step])];
    }

    boolean isStep(int place) {
        return place < steps;
    }

    List<String> stepNames() {
        return network.steps().stream().map(s -> s.name()).toList();
    }

    List<String> poolNames() {
        return network.pools().stream().map(p -> p.name()).toList();
    }
}
