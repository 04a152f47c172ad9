package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a run into warm-up and reporting periods, and checks at each cut that nobody is lost, and at the end that Little's
 * law holds: the area under each count must equal the sum of the times of the people who made it, to the millisecond.
 */
final class Periods {

    private final Play play;
    private final Layout at;
    private final long[] stayed; // by step
    private final long[] waited; // by step
    private long journeyTimes; // of those who ended
    private int journeys; // now
    private final List<Long> cuts = new ArrayList<>();
    private final List<Period> snapshots = new ArrayList<>();
    private int nextCut;
    private long journeysAtStart;

    /** Running sums at the end of a period. */
    record Period(long end, long[] areas, long[] counts) {}

    Periods(Play play) {
        this.play = play;
        this.at = play.at;
        stayed = new long[at.steps];
        waited = new long[at.steps];
    }

    void begin() {
        Horizon horizon = play.horizon;
        if (horizon.warmUp() > 0) {
            cuts.add(horizon.warmUp());
        }
        for (long end : horizon.periods()) {
            if (end > horizon.warmUp() && end < horizon.end()) {
                cuts.add(end);
            }
        }
        journeysAtStart = play.net.network.standing().size();
        scheduleNext();
    }

    private void scheduleNext() {
        if (nextCut < cuts.size()) {
            play.schedule(play.net.sources + play.net.pools, cuts.get(nextCut) - play.now);
        }
    }

    void boundary() {
        long time = cuts.get(nextCut++);
        checkPeople();
        if (time == play.horizon.warmUp()) {
            restart();
        } else {
            snapshots.add(snapshot());
        }
        scheduleNext();
    }

    private void restart() {
        settle();
        play.tally.restart(play.now);
        java.util.Arrays.fill(stayed, 0);
        java.util.Arrays.fill(waited, 0);
        journeyTimes = 0;
        journeysAtStart = journeys;
    }

    private void settle() {
        for (int pool = 0; pool < at.pools; pool++) {
            play.places.settleCapacity(pool);
        }
        play.tally.levels.settle(play.now);
    }

    /** Somebody sets out on a journey. */
    void begun() {
        journeys++;
    }

    private Period snapshot() {
        settle();
        return new Period(play.now, play.tally.levels.areas(), play.tally.counts.clone());
    }

    /** Somebody was in a step since {@code entered}; only what lies after the warm-up counts. */
    void stayed(int step, long entered) {
        stayed[step] += play.now - Math.max(entered, play.tally.from());
    }

    void waited(int step, long since) {
        waited[step] += play.now - Math.max(since, play.tally.from());
    }

    void ended(long opened) {
        journeyTimes += play.now - Math.max(opened, play.tally.from());
        journeys--;
    }

    Outcome finish(long events) {
        snapshots.add(snapshot());
        checkPeople();
        checkLittle();
        return new Outcome(play.net, at, play.tally, snapshots, play.horizon, events);
    }

    private void checkLittle() {
        People p = play.people;
        for (int row = 0; row < p.rows(); row++) {
            switch (p.get(row, People.STATE)) {
                case People.IN_STEP -> stayed(p.get(row, People.STEP), p.time(row, People.SINCE));
                case People.WAITING, People.MOVING -> waited(p.get(row, People.STEP), p.time(row, People.READY));
                default -> {}
            }
            if (inJourney(row)) {
                ended(p.time(row, People.OPENED));
            }
        }
        for (int step = 0; step < at.steps; step++) {
            little("people in step", step, at.present, stayed[step]);
            little("people who wait for step", step, at.waiting, waited[step]);
        }
        long area = 0; // who is on a journey is in a step or waits for one: decisions take no time
        for (int step = 0; step < at.steps; step++) {
            area += play.tally.levels.area(at.present + step) + play.tally.levels.area(at.waiting + step);
        }
        equal("Little's law for journeys", area, journeyTimes);
    }

    private void little(String what, int step, int level, long sum) {
        String name = play.net.stepNames().get(step);
        equal("Little's law for " + what + " (" + name + ")", play.tally.levels.area(level + step), sum);
    }

    private void checkPeople() {
        Levels levels = play.tally.levels;
        int onJourney = 0;
        for (int row = 0; row < play.people.rows(); row++) {
            onJourney += inJourney(row) ? 1 : 0;
        }
        equal("people on a journey", journeys, onJourney);
        long[] found = recount();
        for (int level = 0; level < at.inUse; level++) {
            equal("the number of people at level " + level, levels.value(level), found[level]);
        }
        for (int pool = 0; pool < at.pools; pool++) {
            String name = play.net.poolNames().get(pool);
            equal("places in use of " + name, play.places.inUse(pool), found[at.inUse + pool]);
            equal("the level of places in use of " + name, levels.value(at.useLevel[pool]), found[at.inUse + pool]);
            equal("places kept of " + name, levels.value(at.stuck + pool), found[at.stuck + pool]);
            equal("the queue for " + name, play.places.lines.waiters(pool), found[at.queue + pool]);
            equal("the level of the queue for " + name, levels.value(at.queueLevel[pool]), found[at.queue + pool]);
        }
        long arrived = 0;
        for (int source = 0; source < at.sources; source++) {
            arrived += play.tally.counts[at.arrived + source];
        }
        long left = 0;
        for (int exit = 0; exit < at.exits; exit++) {
            left += play.tally.counts[at.left + exit];
        }
        equal("people who came less those who left", journeysAtStart + arrived - left, journeys);
    }

    /** Every level, counted afresh from the rows of people. */
    private long[] recount() {
        long[] found = new long[at.levels];
        People p = play.people;
        for (int row = 0; row < p.rows(); row++) {
            if (!inJourney(row)) {
                continue;
            }
            hold(found, at.inUse, p.get(row, People.HELD));
            switch (p.get(row, People.STATE)) {
                case People.IN_STEP -> found[at.present + p.get(row, People.STEP)]++;
                case People.WAITING -> waits(found, row);
                case People.MOVING -> {
                    waits(found, row);
                    hold(found, at.inUse, p.get(row, People.COMING));
                }
                default -> throw new BrokenRun("a person is nowhere (row " + row + "). Maybe: report this run");
            }
        }
        return found;
    }

    private void waits(long[] found, int row) {
        People p = play.people;
        found[at.waiting + p.get(row, People.STEP)]++;
        if (p.get(row, People.STATE) == People.WAITING) {
            for (int pool : play.net.needs.poolsOf[play.net.needs.lineOf[p.get(row, People.STEP)]]) {
                found[at.queue + pool]++;
            }
        }
        if (p.get(row, People.HELD) != 0) {
            found[at.blocked + p.get(row, People.ORIGIN)]++;
            hold(found, at.stuck, p.get(row, People.HELD));
        }
    }

    private void hold(long[] found, int level, int grant) {
        int[] pools = play.net.needs.grantPools[grant];
        for (int i = 0; i < pools.length; i++) {
            found[level + pools[i]] += play.net.needs.grantAmounts[grant][i];
        }
    }

    private boolean inJourney(int row) {
        int state = play.people.get(row, People.STATE);
        return state != People.GONE && state != People.AWAY;
    }

    private static void equal(String what, long counted, long expected) {
        if (counted != expected) {
            throw new BrokenRun(what + " does not agree: (" + counted + ") against (" + expected
                    + "). Maybe: report this scenario; the run's results are not given out");
        }
    }
}
