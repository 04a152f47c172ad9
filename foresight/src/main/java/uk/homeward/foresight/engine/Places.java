package uk.homeward.foresight.engine;

import uk.homeward.foresight.network.Pool;

/** Pools: what there is of them, what is taken, who takes it. */
final class Places {

    private final Play play;
    private final Needs needs;
    private final People people;
    private final Levels levels;
    private final Layout at;
    private final boolean[] ownUseLevel; // by pool: its use is not told by another level
    private final int[] inUse;
    private final int[] capacity;
    private final int[] freed;
    private final boolean[] isFreed;
    private final int[] nextChange;
    private final long[] capacityAsOf;
    final Lines lines;
    private int freedCount;

    Places(Play play) {
        this.play = play;
        this.needs = play.net.needs;
        this.people = play.people;
        this.levels = play.tally.levels;
        this.at = play.at;
        int pools = play.net.pools;
        capacity = play.net.network.pools().stream().mapToInt(Pool::places).toArray();
        inUse = new int[pools];
        ownUseLevel = new boolean[pools];
        for (int pool = 0; pool < pools; pool++) {
            ownUseLevel[pool] = at.useLevel[pool] == at.inUse + pool;
        }
        freed = new int[pools];
        isFreed = new boolean[pools];
        nextChange = new int[pools];
        capacityAsOf = new long[pools];
        lines = new Lines(play, this);
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
    boolean changes(int pool) {
        return nextChange[pool] < play.net.network.pools().get(pool).changes().size();
    }

    int inUse(int pool) {
        return inUse[pool];
    }

    /** How many places are free; below 0 where capacity has fallen under what is in use. */
    int room(int pool) {
        return capacity[pool] - inUse[pool];
    }

    private void use(int pool, int amount) {
        inUse[pool] += amount;
        if (ownUseLevel[pool]) {
            levels.change(at.inUse + pool, amount, play.now);
        }
    }

    private boolean fits(int grant, int held) {
        int[] pools = needs.grantPools[grant];
        int[] amounts = needs.grantAmounts[grant];
        boolean credit = needs.overlap[grant][held];
        for (int i = 0; i < pools.length; i++) {
            int net = amounts[i] - (credit ? needs.amount(held, pools[i]) : 0);
            if (net > 0 && net > room(pools[i])) {
                return false;
            }
        }
        return true;
    }

    /** The first alternative of a line that fits this person; -1 if none does. */
    int firstFit(int row, int line) {
        for (int grant : needs.lineGrants[line]) {
            if (fits(grant, people.get(row, People.HELD))) {
                return grant;
            }
        }
        return -1;
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
    int findGrant(int row, StepPlan plan) {
        int held = people.get(row, People.HELD);
        int simple = plan.simplePool;
        if (simple >= 0 && (held == 0 || !needs.overlap[plan.grant][held])) {
            if (room(simple) < plan.simpleAmount) {
                return -1;
            }
            if (lines.waiters(simple) == 0) {
                return plan.grant;
            }
        }
        return findAmong(needs.lineGrants[plan.line], held);
    }

    private int findAmong(int[] grants, int held) {
        for (int grant : grants) {
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
            if (lines.waiters(pool) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes the grant's places, less what the person holds of the same pools. */
    void seize(int row, int grant) {
        int held = people.get(row, People.HELD);
        boolean credit = held != 0 && needs.overlap[grant][held];
        int[] pools = needs.grantPools[grant];
        int[] amounts = needs.grantAmounts[grant];
        for (int i = 0; i < pools.length; i++) {
            int net = amounts[i] - (credit ? needs.amount(held, pools[i]) : 0);
            use(pools[i], net);
            if (net > 0 && room(pools[i]) < 0) {
                throw overfull(pools[i]);
            }
            if (net < 0) {
                markFreed(pools[i]);
            }
        }
    }

    private BrokenRun overfull(int pool) {
        return new BrokenRun("pool (" + play.net.poolNames().get(pool) + ") holds (" + inUse[pool] + ") of ("
                + capacity[pool] + ") places. Maybe: report this run, it breaks a rule of the engine");
    }

    /** The person now occupies the grant that was seized, and gives up what they occupied before. */
    void hold(int row, int grant) {
        int held = people.get(row, People.HELD);
        if (held != 0 && held != grant) {
            giveBack(held, grant);
        }
        people.put(row, People.HELD, grant);
    }

    /** Gives back what {@code held} takes, save what {@code kept} takes over. */
    void giveBack(int held, int kept) {
        boolean credit = kept != 0 && needs.overlap[held][kept];
        int[] pools = needs.grantPools[held];
        for (int i = 0; i < pools.length; i++) {
            if (!credit || needs.amount(kept, pools[i]) == 0) {
                use(pools[i], -needs.grantAmounts[held][i]);
                markFreed(pools[i]);
            }
        }
    }

    /** Gives back all that the person occupies. */
    void release(int row) {
        giveBack(people.get(row, People.HELD), 0);
        people.put(row, People.HELD, 0);
    }

    /** Notes that a pool may have something for those who wait. */
    void markFreed(int pool) {
        if (lines.waiters(pool) > 0 && !isFreed[pool]) {
            isFreed[pool] = true;
            freed[freedCount++] = pool;
        }
    }

    /** Offers all that has become free to those who wait, until nothing more fits. */
    void offerFreed() {
        while (freedCount > 0) {
            int pool = freed[--freedCount];
            isFreed[pool] = false;
            lines.offer(pool);
        }
    }

    /** Counts the person in or out of those who wait for a step, and of those who keep a place meanwhile. */
    void count(int row, int step, int by) {
        levels.change(at.waiting + step, by, play.now);
        int held = people.get(row, People.HELD);
        if (held != 0) {
            levels.change(at.blocked + people.get(row, People.ORIGIN), by, play.now);
            int[] pools = needs.grantPools[held];
            for (int i = 0; i < pools.length; i++) {
                levels.change(at.stuck + pools[i], by * needs.grantAmounts[held][i], play.now);
            }
        }
    }

    /** True if two grants take of the same pool. */
    boolean sharesWith(int grant, int other) {
        return needs.overlap[grant][other];
    }

    /** Puts someone into a step's place when the run begins, even where the place is over-full by then. */
    void occupy(int row, StepPlan plan) {
        int[] grants = needs.lineGrants[plan.line];
        int grant = grants[0];
        for (int i = grants.length - 1; i >= 0; i--) {
            grant = fits(grants[i], 0) ? grants[i] : grant;
        }
        int[] pools = needs.grantPools[grant];
        for (int i = 0; i < pools.length; i++) {
            use(pools[i], needs.grantAmounts[grant][i]);
        }
        people.put(row, People.HELD, grant);
    }
}
