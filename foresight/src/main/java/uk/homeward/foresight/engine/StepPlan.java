package uk.homeward.foresight.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Step;
import uk.homeward.foresight.network.WorkingHours;

/** All that the engine asks about a step, in one object that fits a cache line or two. */
final class StepPlan {

    final int index;
    final Lasts lasts;
    final int next;
    final boolean keepsPlace;
    final int queueLimit;
    final int overflow;
    final @Nullable Hazards waiting;
    final @Nullable Hazards staying;
    final @Nullable Lasts transfer;
    final long holdFor;
    final @Nullable WorkingHours worked;
    final @Nullable WorkingHours starts;
    final boolean direct; // who gets a place is in the step at once

    final int line;
    final int grant; // the first alternative of its line
    final int simplePool; // the pool, if one place or more of one pool is all it ever needs; else -1
    final int simpleAmount;

    private final int rank;
    private final int[] rankBy; // class of priority by value of a trait; empty if none decides
    private final int rankShift;
    private final int rankMask;

    StepPlan(int index, Step step, Names names, Needs needs, Ranking ranking, TraitPacking packing) {
        this.index = index;
        lasts = new Lasts("last", step.name(), step.duration(), step.effects(), packing);
        next = names.place(step.next());
        keepsPlace = step.keepsPlace();
        queueLimit = step.queueLimit();
        String elsewhere = step.overflow();
        overflow = elsewhere == null ? -1 : names.place(elsewhere);
        waiting = Hazards.of("wait", step.name(), step.waitingRisks(), names, packing);
        staying = Hazards.of("stay", step.name(), step.stayRisks(), names, packing);
        var move = step.transfer();
        transfer = move == null ? null : new Lasts("move", step.name(), move, List.of(), packing);
        holdFor = Double.isInfinite(step.holdFor()) ? Long.MAX_VALUE : Lasts.millis(step.holdFor());
        worked = step.worked();
        starts = step.starts();
        direct = transfer == null && starts == null;
        line = needs.lineOf[index];
        grant = needs.lineGrants[line][0];
        simplePool = needs.simplePool[line];
        simpleAmount = needs.simpleAmount[line];
        rank = ranking.rank[index];
        rankBy = ranking.rankBy[index];
        rankShift = ranking.shift[index];
        rankMask = ranking.mask[index];
    }

    /** The class of priority with which someone of these traits waits. */
    int rank(long traits) {
        return rankBy.length == 0 ? rank : rankBy[(int) (traits >>> rankShift & rankMask)];
    }

    /** Where people go when a risk of waiting comes true. */
    int waitingTo(int risk) {
        return Objects.requireNonNull(waiting).to[risk];
    }

    /** Where people go when a risk of the step comes true. */
    int stayingTo(int risk) {
        return Objects.requireNonNull(staying).to[risk];
    }
}
