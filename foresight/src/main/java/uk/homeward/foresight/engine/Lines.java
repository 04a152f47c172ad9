package uk.homeward.foresight.engine;

/** The waiting lines: for each set of needs and each class of priority one list of people, first in, first out. */
final class Lines {

    private final Play play;
    private final Needs needs;
    private final People people;
    private final Places places;
    private final Levels levels;
    private final Layout at;
    private final int ranks;
    private final int[] head; // by line and rank; 0 is empty because row 0 is never a person
    private final int[] tail;
    private final int[] waiters; // by pool
    private final boolean[] patient; // by line: nobody leaves it unserved
    private final boolean[] ownQueueLevel; // by pool: its queue is not told by another level
    private final Deadlock deadlock;
    private long joined;

    Lines(Play play, Places places) {
        this.play = play;
        this.places = places;
        this.needs = play.net.needs;
        this.people = play.people;
        this.levels = play.tally.levels;
        this.at = play.at;
        this.ranks = play.net.ranks;
        this.deadlock = new Deadlock(play, places);
        head = new int[needs.lines() * ranks];
        tail = new int[needs.lines() * ranks];
        waiters = new int[play.net.pools];
        patient = new boolean[needs.lines()];
        java.util.Arrays.fill(patient, true);
        for (StepPlan plan : play.net.plans) {
            patient[plan.line] &= plan.waiting == null;
        }
        ownQueueLevel = new boolean[play.net.pools];
        for (int pool = 0; pool < ownQueueLevel.length; pool++) {
            ownQueueLevel[pool] = at.queueLevel[pool] == at.queue + pool;
        }
    }

    /** How many wait for a pool. */
    int waiters(int pool) {
        return waiters[pool];
    }

    /** Joins the end of the line for the person's step. */
    void join(int row, StepPlan plan) {
        People p = people;
        int line = plan.line;
        int list = line;
        if (ranks > 1) {
            int rank = plan.rank(p.time(row, People.TRAITS));
            p.put(row, People.RANK, rank);
            list = line * ranks + rank;
        }
        int last = tail[list];
        p.set(row, People.SINCE, joined++);
        p.put(row, People.AFTER, 0);
        tail[list] = row;
        if (last == 0) {
            head[list] = row;
        } else {
            p.put(last, People.AFTER, row);
        }
        if (!patient[line]) {
            p.put(row, People.AHEAD, last);
        }
        inLine(line, 1);
        if (p.get(row, People.HELD) != 0) {
            deadlock.lookFrom(row);
        }
    }

    private void inLine(int line, int by) {
        for (int pool : needs.poolsOf[line]) {
            waiters[pool] += by;
            if (ownQueueLevel[pool]) {
                levels.change(at.queue + pool, by, play.now);
            }
        }
    }

    /** Leaves the line from wherever the person stands in it. */
    void leave(int row) {
        People p = people;
        int line = play.net.plans[p.get(row, People.STEP)].line;
        int list = ranks > 1 ? line * ranks + p.get(row, People.RANK) : line;
        int before = p.get(row, People.AHEAD);
        int behind = p.get(row, People.AFTER);
        if (before == 0) {
            head[list] = behind;
        } else {
            p.put(before, People.AFTER, behind);
        }
        if (behind == 0) {
            tail[list] = before;
        } else {
            p.put(behind, People.AHEAD, before);
        }
        inLine(line, -1);
        for (int pool : needs.poolsOf[line]) {
            places.markFreed(pool); // whoever is first now may fit where this one did not
        }
    }

    private void takeFirst(int row, int line, int list) {
        int behind = people.get(row, People.AFTER);
        head[list] = behind;
        if (behind == 0) {
            tail[list] = 0;
        } else if (!patient[line]) {
            people.put(behind, People.AHEAD, 0);
        }
        inLine(line, -1);
        if (!patient[line]) {
            play.unschedule(row);
        }
    }

    /** Offers a pool to those who wait for it, until nothing more fits. */
    void offer(int pool) {
        int line = needs.onlyLine[pool];
        if (line < 0) {
            offerToSeveral(pool);
            return;
        }
        int grant = needs.lineGrants[line][0];
        while (waiters[pool] > 0 && places.room(pool) >= needs.simpleAmount[line]) {
            int list = line * ranks;
            while (head[list] == 0) {
                list++;
            }
            int first = head[list];
            takeFirst(first, line, list);
            places.seize(first, grant);
            play.granted(first, grant, true);
        }
    }

    private void offerToSeveral(int pool) {
        long passed = 0;
        while (waiters[pool] > 0 && (needs.mixed[pool] || places.room(pool) > 0)) {
            int best = best(pool, passed);
            if (best == 0) {
                return;
            }
            int line = play.net.plans[people.get(best, People.STEP)].line;
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

    private void serve(int row, int line, int grant, int pool) {
        takeFirst(row, line, line * ranks + (ranks > 1 ? people.get(row, People.RANK) : 0));
        if (needs.mixed[pool]) {
            for (int other : needs.poolsOf[line]) {
                places.markFreed(other);
            }
        }
        places.seize(row, grant);
        play.granted(row, grant, true);
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
                if (row != 0
                        && (passed >>> i & 1) == 0
                        && (best == 0 || people.time(row, People.SINCE) < people.time(best, People.SINCE))) {
                    best = row;
                }
            }
            if (best != 0) {
                return best;
            }
        }
        return 0;
    }

    private boolean wantsMoreThanIsLeft(int row, int line, int pool) {
        int[] grants = needs.lineGrants[line];
        return grants.length == 1
                && !needs.overlap[grants[0]][people.get(row, People.HELD)]
                && needs.amount(grants[0], pool) > places.room(pool);
    }
}
