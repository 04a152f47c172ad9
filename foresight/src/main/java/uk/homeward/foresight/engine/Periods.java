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
    private long journeys;
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
        journeys = 0;
        journeysAtStart = play.tally.levels.value(at.journeys);
    }

    private void settle() {
        for (int pool = 0; pool < at.pools; pool++) {
            play.places.settleCapacity(pool);
        }
        play.tally.levels.settle(play.now);
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
        journeys += play.now - Math.max(opened, play.tally.from());
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
            switch (p.state[row]) {
                case People.IN_STEP -> stayed(p.step[row], p.entered[row]);
                case People.WAITING, People.MOVING -> waited(p.step[row], p.ready[row]);
                default -> {}
            }
            if (inJourney(row)) {
                ended(p.opened[row]);
            }
        }
        for (int step = 0; step < at.steps; step++) {
            little("people in step", step, at.present, stayed[step]);
            little("people who wait for step", step, at.waiting, waited[step]);
        }
        equal("Little's law for journeys", play.tally.levels.area(at.journeys), journeys);
    }

    private void little(String what, int step, int level, long sum) {
        String name = play.net.stepNames().get(step);
        equal("Little's law for " + what + " (" + name + ")", play.tally.levels.area(level + step), sum);
    }

    private void checkPeople() {
        Levels levels = play.tally.levels;
        long[] found = recount();
        for (int level = 0; level < found.length; level++) {
            equal("the number of people or places at level " + level, levels.value(level), found[level]);
        }
        long arrived = 0;
        for (int source = 0; source < at.sources; source++) {
            arrived += play.tally.counts[at.arrived + source];
        }
        long left = 0;
        for (int exit = 0; exit < at.exits; exit++) {
            left += play.tally.counts[at.left + exit];
        }
        equal("people who came less those who left", journeysAtStart + arrived - left, levels.value(at.journeys));
    }

    /** Every level, counted afresh from the rows of people. */
    private long[] recount() {
        long[] found = new long[at.levels];
        People p = play.people;
        for (int row = 0; row < p.rows(); row++) {
            if (!inJourney(row)) {
                continue;
            }
            found[at.journeys]++;
            hold(found, at.inUse, p.held[row]);
            switch (p.state[row]) {
                case People.IN_STEP -> found[at.present + p.step[row]]++;
                case People.WAITING -> waits(found, row);
                case People.MOVING -> {
                    waits(found, row);
                    hold(found, at.inUse, p.coming[row]);
                }
                default -> throw new BrokenRun("a person is nowhere (row " + row + "). Maybe: report this run");
            }
        }
        return found;
    }

    private void waits(long[] found, int row) {
        People p = play.people;
        found[at.waiting + p.step[row]]++;
        if (p.state[row] == People.WAITING) {
            for (int pool : play.net.needs.poolsOf[play.net.needs.lineOf[p.step[row]]]) {
                found[at.queue + pool]++;
            }
        }
        if (p.origin[row] >= 0) {
            found[at.blocked + p.origin[row]]++;
            hold(found, at.stuck, p.held[row]);
        }
    }

    private void hold(long[] found, int level, int grant) {
        int[] pools = play.net.needs.grantPools[grant];
        for (int i = 0; i < pools.length; i++) {
            found[level + pools[i]] += play.net.needs.grantAmounts[grant][i];
        }
    }

    private boolean inJourney(int row) {
        byte state = play.people.state[row];
        return state != People.GONE && state != People.AWAY;
    }

    private static void equal(String what, long counted, long expected) {
        if (counted != expected) {
            throw new BrokenRun(what + " does not agree: (" + counted + ") against (" + expected
                    + "). Maybe: report this scenario; the run's results are not given out");
        }
    }
}
