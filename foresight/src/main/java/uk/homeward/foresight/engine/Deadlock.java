package uk.homeward.foresight.engine;

import java.util.TreeSet;

/**
 * Finds people who block each other for good: everyone in some full pools waits for a place in those same pools. Such a
 * run would stand still in part and its means would be wrong, so it is broken off with the names of the pools.
 */
final class Deadlock {

    private final Play play;
    private final Places places;
    private final Needs needs;

    Deadlock(Play play, Places places) {
        this.play = play;
        this.places = places;
        this.needs = play.net.needs;
    }

    /** Looks whether the person who has just begun to wait closes a ring. */
    void lookFrom(int row) {
        People p = play.people;
        if (mayLapse(row)) {
            return;
        }
        for (int pool : needs.poolsOf[needs.lineOf[p.get(row, People.STEP)]]) {
            if (moves(pool)) {
                return;
            }
        }
        boolean[] movable = movable();
        if (!canMove(row, movable)) {
            throw new BrokenRun("people in " + stuck(movable) + " wait for each other and none can move, after ("
                    + play.now / 86_400_000 + ") days. Maybe: let one of the steps give its place up while people wait"
                    + " (keeps-place: false), limit a queue, or let people leave it (patience)");
        }
    }

    /** True if someone in the pool is not blocked, or it has room or will have more. */
    private boolean moves(int pool) {
        return places.room(pool) > 0
                || places.inUse(pool) > play.tally.levels.value(play.at.stuck + pool)
                || places.changes(pool);
    }

    private boolean[] movable() {
        boolean[] movable = new boolean[play.net.pools];
        for (int pool = 0; pool < movable.length; pool++) {
            movable[pool] = moves(pool);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int row = 0; row < play.people.rows(); row++) {
                changed |= blocked(row) && canMove(row, movable) && free(row, movable);
            }
        }
        return movable;
    }

    private boolean blocked(int row) {
        int state = play.people.get(row, People.STATE);
        return (state == People.WAITING || state == People.MOVING) && play.people.get(row, People.HELD) != 0;
    }

    private boolean canMove(int row, boolean[] movable) {
        if (play.people.get(row, People.STATE) == People.MOVING || mayLapse(row)) {
            return true;
        }
        for (int grant : needs.lineGrants[needs.lineOf[play.people.get(row, People.STEP)]]) {
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

    private boolean mayLapse(int row) {
        return play.net.plans[play.people.get(row, People.STEP)].waiting != null;
    }

    private boolean free(int row, boolean[] movable) {
        boolean changed = false;
        for (int pool : needs.grantPools[play.people.get(row, People.HELD)]) {
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
