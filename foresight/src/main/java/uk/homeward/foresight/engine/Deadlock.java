package uk.homeward.foresight.engine;

import java.util.TreeSet;

/**
 * Finds people who block each other for good: everyone in some full pools waits for a place in those same pools. Where a
 * {@link Ring} of them can change places, they do. Otherwise the run would stand still in part and its means would be wrong,
 * so it is broken off with the names of the pools.
 */
final class Deadlock {

    private final Play play;
    private final Needs needs;
    private final PoolState[] pools;

    Deadlock(Play play) {
        this.play = play;
        this.needs = play.net.needs;
        this.pools = play.tally.pools;
    }

    /** Looks whether the person who has just begun to wait closes a ring. */
    void lookFrom(Person p) {
        if (p.at().plan.waiting != null) {
            return;
        }
        for (int pool : needs.poolsOf[p.at().plan.line]) {
            if (moves(pools[pool])) {
                return;
            }
        }
        boolean[] movable = movable();
        if (!canMove(p, movable) && !new Ring(play, movable).changesPlaces()) {
            throw new BrokenRun("people in " + stuck(movable) + " wait for each other and none can move, after ("
                    + play.now / 86_400_000 + ") days. Maybe: let one of the steps give its place up while people wait"
                    + " (keeps-place: false), limit a queue, or let people leave it (patience)");
        }
    }

    /** True if someone in the pool is not blocked, or it has room or will have more. */
    private boolean moves(PoolState pool) {
        return pool.room() > 0 || pool.inUse > pool.stuck.value() || pool.changes() || play.hasTurns();
    }

    private boolean[] movable() {
        boolean[] movable = new boolean[pools.length];
        for (int pool = 0; pool < movable.length; pool++) {
            movable[pool] = moves(pools[pool]);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = play.people.first(); row < play.people.end(); row++) {
                Person p = play.people.at(row);
                changed |= blocked(p) && canMove(p, movable) && free(p, movable);
            }
        }
        return movable;
    }

    private static boolean blocked(Person p) {
        return (p.state == Person.WAITING || p.state == Person.MOVING) && p.held != 0;
    }

    private boolean canMove(Person p, boolean[] movable) {
        StepPlan plan = p.at().plan;
        if (p.state == Person.MOVING || plan.waiting != null) {
            return true;
        }
        for (int grant : needs.lineGrants[plan.line]) {
            boolean all = true;
            for (int pool : needs.grantPools[grant]) {
                all &= movable[pool];
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private boolean free(Person p, boolean[] movable) {
        boolean changed = false;
        for (int pool : needs.grantPools[p.held]) {
            changed |= !movable[pool];
            movable[pool] = true;
        }
        return changed;
    }

    private TreeSet<String> stuck(boolean[] movable) {
        TreeSet<String> names = new TreeSet<>();
        for (int pool = 0; pool < movable.length; pool++) {
            if (!movable[pool]) {
                names.add(play.net.poolNames().get(pool));
            }
        }
        return names;
    }
}
