package uk.homeward.foresight.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Pool;

/** Pools: what there is of them, what is taken, who takes it. */
final class Places {

    private final Play play;
    private final Needs needs;
    private final PoolState[] pools;
    private final @Nullable PoolState[] onlyPool; // by grant: its pool, if it takes of no other
    private final int[] onlyAmount;
    private final PoolState[] freed;
    final Lines lines;
    private int freedCount;

    Places(Play play) {
        this.play = play;
        this.needs = play.net.needs;
        this.pools = play.tally.pools;
        int grants = needs.grantPools.length;
        onlyPool = new PoolState[grants];
        onlyAmount = new int[grants];
        for (int grant = 0; grant < grants; grant++) {
            if (needs.grantPools[grant].length == 1) {
                onlyPool[grant] = pools[needs.grantPools[grant][0]];
                onlyAmount[grant] = needs.grantAmounts[grant][0];
            }
        }
        freed = new PoolState[pools.length];
        lines = new Lines(play, this);
    }

    /** Schedules the first change of each pool's capacity. */
    void begin() {
        for (PoolState pool : pools) {
            scheduleChange(pool);
        }
    }

    private void scheduleChange(PoolState pool) {
        if (pool.changes()) {
            long time = Lasts.millis(pool.pool.changes().get(pool.nextChange).atHours());
            play.schedule(play.net.sources + pool.index, Math.max(0, time - play.now));
        }
    }

    /** From now on each pool has the places that these say for now and later. */
    void turn(List<Pool> later) {
        for (PoolState pool : pools) {
            Pool turned = later.get(pool.index);
            if (!turned.equals(pool.pool)) {
                play.unschedule(play.net.sources + pool.index);
                turn(pool, turned);
            }
        }
    }

    private void turn(PoolState pool, Pool turned) {
        pool.pool = turned;
        pool.nextChange = 0;
        int places = turned.places();
        while (pool.changes()
                && Lasts.millis(turned.changes().get(pool.nextChange).atHours()) <= play.now) {
            places = turned.changes().get(pool.nextChange++).places();
        }
        setCapacity(pool, places);
        scheduleChange(pool);
    }

    private void setCapacity(PoolState pool, int places) {
        pool.settleCapacity(play.now);
        boolean more = places > pool.capacity;
        pool.capacity = places;
        if (more) {
            markFreed(pool);
        }
    }

    void changeCapacity(int index) {
        PoolState pool = pools[index];
        setCapacity(pool, pool.pool.changes().get(pool.nextChange++).places());
        scheduleChange(pool);
    }

    private boolean fits(int grant, int held) {
        int[] of = needs.grantPools[grant];
        int[] amounts = needs.grantAmounts[grant];
        boolean credit = needs.overlap[grant][held];
        for (int i = 0; i < of.length; i++) {
            int net = amounts[i] - (credit ? needs.amount(held, of[i]) : 0);
            if (net > 0 && net > pools[of[i]].room()) {
                return false;
            }
        }
        return true;
    }

    /** The first alternative of a line that fits this person; -1 if none does. */
    int firstFit(Person p, int line) {
        for (int grant : needs.lineGrants[line]) {
            if (fits(grant, p.held)) {
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
    int findGrant(Person p, StepState step) {
        int held = p.held;
        StepPlan plan = step.plan;
        PoolState pool = step.pool;
        if (pool != null && (held == 0 || !needs.overlap[plan.grant][held])) {
            if (pool.room() < plan.simpleAmount) {
                return -1;
            }
            if (pool.waiters == 0) {
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
                    markFreed(pools[pool]); // the lines decide who is first
                }
            }
        }
        return -1;
    }

    private boolean nobodyWaits(int grant) {
        for (int pool : needs.grantPools[grant]) {
            if (pools[pool].waiters > 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes the grant's places, less what the person holds of the same pools. */
    void seize(Person p, int grant) {
        PoolState only = onlyPool[grant];
        if (only != null && p.held == 0) {
            take(only, onlyAmount[grant]);
            return;
        }
        boolean credit = needs.overlap[grant][p.held];
        int[] of = needs.grantPools[grant];
        for (int i = 0; i < of.length; i++) {
            take(pools[of[i]], needs.grantAmounts[grant][i] - (credit ? needs.amount(p.held, of[i]) : 0));
        }
    }

    /** Takes the grant's places of people who give them up at this very moment: for a short while there is one too many. */
    void seizeInRing(int grant) {
        int[] of = needs.grantPools[grant];
        for (int i = 0; i < of.length; i++) {
            pools[of[i]].take(needs.grantAmounts[grant][i], play.now);
        }
    }

    private void take(PoolState pool, int amount) {
        pool.take(amount, play.now);
        if (amount > 0 && pool.room() < 0) {
            throw new BrokenRun("pool (" + pool.pool.name() + ") holds (" + pool.inUse + ") of (" + pool.capacity
                    + ") places. Maybe: report this run, it breaks a rule of the engine");
        }
        if (amount < 0) {
            markFreed(pool);
        }
    }

    /** The person now occupies the grant that was seized, and gives up what they occupied before. */
    void hold(Person p, int grant) {
        int held = p.held;
        if (held != 0 && held != grant) {
            giveBack(held, grant);
        }
        p.held = grant;
    }

    /** Gives back what {@code held} takes, save what {@code kept} takes over. */
    void giveBack(int held, int kept) {
        PoolState only = onlyPool[held];
        if (only != null && (kept == 0 || !needs.overlap[held][kept])) {
            only.take(-onlyAmount[held], play.now);
            markFreed(only);
            return;
        }
        int[] of = needs.grantPools[held];
        for (int i = 0; i < of.length; i++) {
            if (needs.amount(kept, of[i]) == 0) {
                pools[of[i]].take(-needs.grantAmounts[held][i], play.now);
                markFreed(pools[of[i]]);
            }
        }
    }

    /** Gives back all that the person occupies. */
    void release(Person p) {
        giveBack(p.held, 0);
        p.held = 0;
    }

    /** Notes that a pool may have something for those who wait. */
    void markFreed(PoolState pool) {
        if (pool.waiters > 0 && !pool.freed) {
            pool.freed = true;
            freed[freedCount++] = pool;
        }
    }

    /** Offers all that has become free to those who wait, until nothing more fits. */
    void offerFreed() {
        while (freedCount > 0) {
            PoolState pool = freed[--freedCount];
            pool.freed = false;
            lines.offer(pool);
        }
    }

    /** Counts the person in or out of those who wait for a step, and of those who keep a place meanwhile. */
    void count(Person p, StepState step, int by) {
        step.waiting.change(by, play.now);
        if (p.held != 0) {
            StepState origin = p.origin;
            if (origin != null) {
                origin.blocked.change(by, play.now);
            }
            int[] of = needs.grantPools[p.held];
            for (int i = 0; i < of.length; i++) {
                pools[of[i]].stuck.change(by * needs.grantAmounts[p.held][i], play.now);
            }
        }
    }

    /** True if two grants take of the same pool. */
    boolean sharesWith(int grant, int other) {
        return needs.overlap[grant][other];
    }

    /** Puts someone into a step's place when the run begins, even where the place is over-full by then. */
    void occupy(Person p, StepPlan plan) {
        int[] grants = needs.lineGrants[plan.line];
        int grant = grants[0];
        for (int i = grants.length - 1; i >= 0; i--) {
            grant = fits(grants[i], 0) ? grants[i] : grant;
        }
        int[] of = needs.grantPools[grant];
        for (int i = 0; i < of.length; i++) {
            pools[of[i]].take(needs.grantAmounts[grant][i], play.now);
        }
        p.held = grant;
    }
}
