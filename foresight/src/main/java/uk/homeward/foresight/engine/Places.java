package uk.homeward.foresight.engine;

import java.util.Arrays;
import uk.homeward.foresight.network.Pool;

/** Pools, what is taken of them, and the lines of people who wait for them. */
final class Places {

    private final Play play;
    private final Needs needs;
    private final People people;
    private final Levels levels;
    private final Layout at;
    private final int ranks;
    final int[] capacity;
    private final int[] head; // by line and rank; 0 is empty because row 0 is never a person
    private final int[] tail;
    private final int[] waiters; // by pool
    private final int[] freed;
    private final boolean[] isFreed;
    private final int[] nextChange;
    private final long[] capacityAsOf;
    private final Deadlock deadlock;
    private int freedCount;
    private long joined;

    Places(Play play) {
        this.play = play;
        this.needs = play.net.needs;
        this.people = play.people;
        this.levels = play.tally.levels;
        this.at = play.at;
        this.ranks = play.net.ranks;
        int pools = play.net.pools;
        capacity = play.net.network.pools().stream().mapToInt(Pool::places).toArray();
        head = new int[needs.lines() * ranks];
        tail = new int[needs.lines() * ranks];
        waiters = new int[pools];
        freed = new int[pools];
        isFreed = new boolean[pools];
        nextChange = new int[pools];
        capacityAsOf = new long[pools];
        deadlock = new Deadlock(play);
    }

    /** Schedules the first change of each pool's capacity. */
    void begin() {
        for (int pool = 0; pool < capacity.length; pool++) {
            scheduleChange(pool);
        }
    }

    private void scheduleChange(int pool) {
        var changes = play.net.network.pools().get(pool).changes();
        if (nextChange[pool] < changes.size()) {
            long time = Lasts.millis(changes.get(nextChange[pool]).atHours());
            play.schedule(play.net.sources + pool, Math.max(0, time - play.now));
        }
    }

    void changeCapacity(int pool) {
        settleCapacity(pool);
        var change = play.net.network.pools().get(pool).changes().get(nextChange[pool]++);
        boolean more = change.places() > capacity[pool];
        capacity[pool] = change.places();
        if (more) {
            markFreed(pool);
        }
        scheduleChange(pool);
    }

    /** Brings the sum of places over time up to now. */
    void settleCapacity(int pool) {
        if (capacity[pool] != Integer.MAX_VALUE) {
            play.tally.counts[at.capacitySum + pool] += (long) capacity[pool] * (play.now - capacityAsOf[pool]);
        }
        capacityAsOf[pool] = play.now;
    }

    /** True if the pool's capacity will change again. */
    boolean grows(int pool) {
        return nextChange[pool] < play.net.network.pools().get(pool).changes().size();
    }

    int inUse(int pool) {
        return levels.value(at.inUse + pool);
    }

    private boolean fits(int grant, int held) {
        int[] pools = needs.grantPools[grant];
        int[] amounts = needs.grantAmounts[grant];
        boolean credit = needs.overlap[grant][held];
        for (int i = 0; i < pools.length; i++) {
            int net = amounts[i] - (credit ? needs.amount(held, pools[i]) : 0);
            if (net > 0 && net > capacity[pools[i]] - inUse(pools[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsAll(int grant, int held) {
        if (!needs.overlap[grant][held]) {
            return grant == 0;
        }
        for (int pool : needs.grantPools[grant]) {
            if (needs.amount(grant, pool) > needs.amount(held, pool)) {
                return false;
            }
        }
        return true;
    }

    /** A grant that this person may take at once; -1 if they have to wait. */
    int findGrant(int row, int step) {
        int held = people.held[row];
        for (int grant : needs.lineGrants[needs.lineOf[step]]) {
            if (keepsAll(grant, held)) {
                return grant;
            }
            if (fits(grant, held)) {
                if (nobodyWaits(grant)) {
                    return grant;
                }
                for (int pool : needs.grantPools[grant]) {
                    markFreed(pool); // the lines decide who is first
                }
            }
        }
        return -1;
    }

    private boolean nobodyWaits(int grant) {
        for (int pool : needs.grantPools[grant]) {
            if (waiters[pool] > 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes the grant's places and lets the person go to them. */
    void seize(int row, int grant) {
        int held = people.held[row];
        boolean credit = needs.overlap[grant][held];
        int[] pools = needs.grantPools[grant];
        for (int i = 0; i < pools.length; i++) {
            int net = needs.grantAmounts[grant][i] - (credit ? needs.amount(held, pools[i]) : 0);
            if (net != 0) {
                take(pools[i], net);
            }
            if (net < 0) {
                markFreed(pools[i]);
            }
        }
        play.granted(row, grant);
    }

    private void take(int pool, int amount) {
        levels.change(at.inUse + pool, amount, play.now);
        if (amount > 0 && inUse(pool) > capacity[pool]) {
            throw new BrokenRun("pool (" + play.net.poolNames().get(pool) + ") holds (" + inUse(pool) + ") of ("
                    + capacity[pool] + ") places. Maybe: report this run, it breaks a rule of the engine");
        }
    }

    /** The person now occupies the grant that was seized, and gives up what they occupied before. */
    void hold(int row, int grant) {
        int held = people.held[row];
        if (held != 0 && held != grant) {
            giveBack(held, grant);
        }
        people.held[row] = grant;
    }

    /** Gives back what {@code held} takes, save what {@code kept} takes over. */
    void giveBack(int held, int kept) {
        boolean credit = needs.overlap[held][kept];
        int[] pools = needs.grantPools[held];
        for (int i = 0; i < pools.length; i++) {
            if (!credit || needs.amount(kept, pools[i]) == 0) {
                levels.change(at.inUse + pools[i], -needs.grantAmounts[held][i], play.now);
                markFreed(pools[i]);
            }
        }
    }

    /** Gives back all that the person occupies. */
    void release(int row) {
        giveBack(people.held[row], 0);
        people.held[row] = 0;
    }

    private void markFreed(int pool) {
        if (waiters[pool] > 0 && !isFreed[pool]) {
            isFreed[pool] = true;
            freed[freedCount++] = pool;
        }
    }

    /** Counts the person in or out of those who wait for their step. */
    void count(int row, int by) {
        int step = people.step[row];
        levels.change(at.waiting + step, by, play.now);
        int origin = people.origin[row];
        if (origin >= 0) {
            levels.change(at.blocked + origin, by, play.now);
            int[] pools = needs.grantPools[people.held[row]];
            for (int i = 0; i < pools.length; i++) {
                int amount = needs.grantAmounts[people.held[row]][i];
                levels.change(at.stuck + pools[i], by * amount, play.now);
            }
        }
    }

    /** Joins the end of the line for the person's step. */
    void join(int row) {
        People p = people;
        int line = needs.lineOf[p.step[row]];
        int rank = play.net.rank(p.step[row], p.traits[row]);
        int list = line * ranks + rank;
        p.rank[row] = (byte) rank;
        p.order[row] = joined++;
        p.after[row] = 0;
        p.ahead[row] = tail[list];
        if (tail[list] == 0) {
            head[list] = row;
        } else {
            p.after[tail[list]] = row;
        }
        tail[list] = row;
        inLine(line, 1);
        if (p.origin[row] >= 0) {
            deadlock.lookFrom(row);
        }
    }

    private void inLine(int line, int by) {
        for (int pool : needs.poolsOf[line]) {
            waiters[pool] += by;
            levels.change(at.queue + pool, by, play.now);
        }
    }

    void leaveLine(int row) {
        People p = people;
        int line = needs.lineOf[p.step[row]];
        int list = line * ranks + p.rank[row];
        int before = p.ahead[row];
        int behind = p.after[row];
        if (before == 0) {
            head[list] = behind;
        } else {
            p.after[before] = behind;
        }
        if (behind == 0) {
            tail[list] = before;
        } else {
            p.ahead[behind] = before;
        }
        inLine(line, -1);
    }

    /** Someone has left the line for a step unserved: whoever is first now may fit where they did not. */
    void reconsider(int step) {
        for (int pool : needs.poolsOf[needs.lineOf[step]]) {
            markFreed(pool);
        }
    }

    /** True if two grants take of the same pool. */
    boolean sharesWith(int grant, int other) {
        return needs.overlap[grant][other];
    }

    /** Puts someone into a step's place when the run begins, even where the place is over-full by then. */
    void occupy(int row, int step) {
        int[] grants = needs.lineGrants[needs.lineOf[step]];
        int grant = grants[0];
        for (int i = grants.length - 1; i >= 0; i--) {
            grant = fits(grants[i], 0) ? grants[i] : grant;
        }
        int[] pools = needs.grantPools[grant];
        for (int i = 0; i < pools.length; i++) {
            levels.change(at.inUse + pools[i], needs.grantAmounts[grant][i], play.now);
        }
        people.held[row] = grant;
    }

    /** Offers all that has become free to those who wait, until nothing more fits. */
    void offerFreed() {
        while (freedCount > 0) {
            int pool = freed[--freedCount];
            isFreed[pool] = false;
            offer(pool);
        }
    }

    private void offer(int pool) {
        long passed = 0;
        while (waiters[pool] > 0 && (needs.mixed[pool] || inUse(pool) < capacity[pool])) {
            int best = best(pool, passed);
            if (best == 0) {
                return;
            }
            int grant = firstFit(best);
            if (grant >= 0) {
                leaveLine(best);
                play.unschedule(best);
                if (needs.mixed[pool]) {
                    reconsider(people.step[best]);
                }
                seize(best, grant);
            } else if (wantsMoreThanIsLeft(best, pool)) {
                return; // nobody overtakes the one who needs more
            } else {
                passed |= 1L << position(pool, needs.lineOf[people.step[best]]);
            }
        }
    }

    private int position(int pool, int line) {
        int[] lines = needs.linesOf[pool];
        int i = 0;
        while (lines[i] != line) {
            i++;
        }
        return i;
    }

    /** The first person in order of priority, then of waiting, in a line that was not passed over. */
    private int best(int pool, long passed) {
        int[] lines = needs.linesOf[pool];
        for (int rank = 0; rank < ranks; rank++) {
            int best = 0;
            for (int i = 0; i < lines.length; i++) {
                int row = head[lines[i] * ranks + rank];
                if (row != 0 && (passed >>> i & 1) == 0 && (best == 0 || people.order[row] < people.order[best])) {
                    best = row;
                }
            }
            if (best != 0) {
                return best;
            }
        }
        return 0;
    }

    private int firstFit(int row) {
        for (int grant : needs.lineGrants[needs.lineOf[people.step[row]]]) {
            if (fits(grant, people.held[row])) {
                return grant;
            }
        }
        return -1;
    }

    private boolean wantsMoreThanIsLeft(int row, int pool) {
        int[] grants = needs.lineGrants[needs.lineOf[people.step[row]]];
        return grants.length == 1
                && !needs.overlap[grants[0]][people.held[row]]
                && needs.amount(grants[0], pool) > capacity[pool] - inUse(pool);
    }

    /** Everyone in the lines, for the check that nobody is lost. */
    int[] waitersByPool() {
        return Arrays.copyOf(waiters, waiters.length);
    }
}
