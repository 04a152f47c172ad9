package uk.homeward.foresight.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The waiting lines: for each set of needs and each class of priority one list of people, first in, first out. */
final class Lines {

    private final Play play;
    private final Needs needs;
    private final Places places;
    private final PoolState[] pools;
    private final PoolState[][] poolsOf; // by line
    private final int ranks;
    private final @Nullable Person[] head; // by line and rank
    private final @Nullable Person[] tail;
    private final boolean[] patient; // by line: nobody leaves it unserved
    private final Deadlock deadlock;
    private long joined;

    Lines(Play play, Places places) {
        this.play = play;
        this.places = places;
        this.needs = play.net.needs;
        this.pools = play.tally.pools;
        this.ranks = play.net.ranks;
        this.deadlock = new Deadlock(play);
        head = new Person[needs.lines() * ranks];
        tail = new Person[needs.lines() * ranks];
        poolsOf = new PoolState[needs.lines()][];
        Arrays.setAll(
                poolsOf,
                line -> Arrays.stream(needs.poolsOf[line])
                        .mapToObj(p -> pools[p])
                        .toArray(PoolState[]::new));
        patient = new boolean[needs.lines()];
        Arrays.fill(patient, true);
        for (StepPlan plan : play.net.plans) {
            patient[plan.line] &= plan.waiting == null;
        }
    }

    /** Joins the end of the line for the person's step. */
    void join(Person p, StepPlan plan) {
        int line = plan.line;
        int list = line;
        if (ranks > 1) {
            p.rank = plan.rank(p.traits);
            list = line * ranks + p.rank;
        }
        Person last = tail[list];
        p.since = joined++;
        p.after = null;
        tail[list] = p;
        if (last == null) {
            head[list] = p;
        } else {
            last.after = p;
        }
        if (!patient[line]) {
            p.ahead = last;
        }
        inLine(line, 1);
        if (p.held != 0) {
            deadlock.lookFrom(p);
        }
    }

    private void inLine(int line, int by) {
        for (PoolState pool : poolsOf[line]) {
            pool.inLine(by, play.now);
        }
    }

    /** Leaves the line from wherever the person stands in it; only for a line that people may leave unserved. */
    void leave(Person p) {
        int line = p.at().plan.line;
        unlink(p, p.ahead, line);
        for (PoolState pool : poolsOf[line]) {
            places.markFreed(pool); // whoever is first now may fit where this one did not
        }
    }

    /** Takes somebody out of any line, to change places with others. */
    void takeOut(Person p) {
        int line = p.at().plan.line;
        Person before = null;
        for (Person q = head[line * ranks + p.rank]; q != p && q != null; q = q.after) {
            before = q;
        }
        unlink(p, before, line);
        if (!patient[line]) {
            play.unschedule(p);
        }
    }

    private void unlink(Person p, @Nullable Person before, int line) {
        int list = line * ranks + p.rank;
        Person behind = p.after;
        if (before == null) {
            head[list] = behind;
        } else {
            before.after = behind;
        }
        if (behind == null) {
            tail[list] = before;
        } else {
            behind.ahead = before;
        }
        inLine(line, -1);
    }

    /** The first person of one class of priority in a line; null if nobody waits there. */
    @Nullable
    Person first(int line, int rank) {
        return head[line * ranks + rank];
    }

    private void takeFirst(Person p, int line, int list) {
        Person behind = p.after;
        head[list] = behind;
        if (behind == null) {
            tail[list] = null;
        } else if (!patient[line]) {
            behind.ahead = null;
        }
        inLine(line, -1);
        if (!patient[line]) {
            play.unschedule(p);
        }
    }

    /** Offers a pool to those who wait for it, until nothing more fits. */
    void offer(PoolState pool) {
        int line = needs.onlyLine[pool.index];
        if (line < 0) {
            offerToSeveral(pool);
            return;
        }
        int grant = needs.lineGrants[line][0];
        int amount = needs.simpleAmount[line];
        int list = line * ranks;
        while (pool.waiters > 0 && pool.room() >= amount) {
            Person first = head[list];
            if (first == null) {
                list++;
            } else {
                takeFirst(first, line, list);
                places.seize(first, grant);
                play.moves.granted(first, grant, true);
            }
        }
    }

    private void offerToSeveral(PoolState pool) {
        long passed = 0;
        while (pool.waiters > 0 && (needs.mixed[pool.index] || pool.room() > 0)) {
            Person best = best(pool, passed);
            if (best == null) {
                return;
            }
            int line = best.at().plan.line;
            int grant = places.firstFit(best, line);
            if (grant >= 0) {
                serve(best, line, grant, pool);
            } else if (wantsMoreThanIsLeft(best, line, pool)) {
                return; // nobody overtakes the one who needs more
            } else {
                passed |= 1L << position(pool, line);
            }
        }
    }

    private void serve(Person p, int line, int grant, PoolState pool) {
        takeFirst(p, line, line * ranks + p.rank);
        if (needs.mixed[pool.index]) {
            for (PoolState other : poolsOf[line]) {
                places.markFreed(other);
            }
        }
        places.seize(p, grant);
        play.moves.granted(p, grant, true);
    }

    private int position(PoolState pool, int line) {
        int[] lines = needs.linesOf[pool.index];
        int i = 0;
        while (lines[i] != line) {
            i++;
        }
        return i;
    }

    /** The first person in order of priority, then of waiting, in a line that was not passed over. */
    private @Nullable Person best(PoolState pool, long passed) {
        int[] lines = needs.linesOf[pool.index];
        for (int rank = 0; rank < ranks; rank++) {
            Person best = null;
            for (int i = 0; i < lines.length; i++) {
                Person p = head[lines[i] * ranks + rank];
                if (p != null && (passed >>> i & 1) == 0 && (best == null || p.since < best.since)) {
                    best = p;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private boolean wantsMoreThanIsLeft(Person p, int line, PoolState pool) {
        int[] grants = needs.lineGrants[line];
        return grants.length == 1
                && !needs.overlap[grants[0]][p.held]
                && needs.amount(grants[0], pool.index) > pool.room();
    }
}
