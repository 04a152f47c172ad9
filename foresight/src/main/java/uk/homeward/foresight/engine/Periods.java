package uk.homeward.foresight.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a run into warm-up and reporting periods. Checks that nobody is lost, at its end and at cuts between which at least as
 * much happened as there are people; and at the end that Little's law holds: the area under each count must equal the sum
 * of the times of the people who made it, to the millisecond.
 */
final class Periods {

    private final Play play;
    private final Layout at;
    private final Tally tally;
    private final List<Long> cuts = new ArrayList<>();
    private final List<Period> snapshots = new ArrayList<>();
    private int nextCut;
    private long checkedAt;
    private long journeyTimes; // of those who ended
    private long journeys; // now
    private long journeysAtStart;

    /** Running sums at the end of a period, and how all levels and capacities stand there. */
    record Period(long end, long[] areas, long[] counts, int[] values, int[] capacities) {}

    Periods(Play play) {
        this.play = play;
        this.tally = play.tally;
        this.at = tally.at;
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
            play.schedule(play.net.periodClock(), cuts.get(nextCut) - play.now);
        }
    }

    void boundary() {
        long time = cuts.get(nextCut++);
        if (play.events() - checkedAt >= play.people.end()) { // so that checking never costs more than playing
            checkedAt = play.events();
            checkPeople();
        }
        if (time == play.horizon.warmUp()) {
            tally.restart(play.now);
            journeyTimes = 0;
            journeysAtStart = journeys;
        } else {
            snapshots.add(snapshot());
        }
        scheduleNext();
    }

    private Period snapshot() {
        tally.settle(play.now);
        return new Period(play.now, tally.areas(), tally.snapshot(), tally.values(), tally.capacities());
    }

    /** Somebody sets out on a journey. */
    void begun() {
        journeys++;
    }

    /** Somebody's journey ends; only what lies after the warm-up counts. */
    void ended(long opened) {
        journeyTimes += play.now - Math.max(opened, tally.from());
        journeys--;
    }

    Outcome finish(long events) {
        snapshots.add(snapshot());
        checkPeople();
        checkLittle();
        return new Outcome(play.net, at, tally, snapshots, play.horizon, events);
    }

    private void checkLittle() {
        for (int row = play.people.first(); row < play.people.end(); row++) {
            Person p = play.people.at(row);
            switch (p.state) {
                case Person.IN_STEP -> p.at().stayed += sinceWarmUp(p.since);
                case Person.WAITING, Person.MOVING -> p.at().waited += sinceWarmUp(p.ready);
                default -> {}
            }
            journeyTimes += inJourney(p) ? sinceWarmUp(p.opened) : 0;
        }
        long area = 0; // who is on a journey is in a step or waits for one: decisions take no time
        for (StepState step : tally.steps) {
            String name = play.net.stepNames().get(step.index);
            equal("Little's law for people in step (" + name + ")", step.present.area(), step.stayed);
            equal("Little's law for people who wait for step (" + name + ")", step.waiting.area(), step.waited);
            area += step.present.area() + step.waiting.area();
        }
        equal("Little's law for journeys", area, journeyTimes);
    }

    private long sinceWarmUp(long time) {
        return play.now - Math.max(time, tally.from());
    }

    private void checkPeople() {
        long onJourney = 0;
        for (int row = play.people.first(); row < play.people.end(); row++) {
            onJourney += inJourney(play.people.at(row)) ? 1 : 0;
        }
        equal("the number of people on a journey", journeys, onJourney);
        equal(
                "people who came less those who left",
                journeysAtStart + sum(at.arrived, at.sources) - sum(at.left, at.exits),
                journeys);
        long[] found = recount();
        for (int level = 0; level < at.inUse; level++) {
            equal("the number of people at level " + level, tally.level(level).value(), found[level]);
        }
        for (PoolState pool : tally.pools) {
            checkPool(pool, found);
        }
    }

    private void checkPool(PoolState pool, long[] found) {
        String name = "(" + pool.pool.name() + ")";
        int i = pool.index;
        equal("places in use of " + name, pool.inUse, found[at.inUse + i]);
        equal(
                "the level of places in use of " + name,
                tally.level(at.useLevel[i]).value(),
                found[at.inUse + i]);
        equal("places kept of " + name, pool.stuck.value(), found[at.stuck + i]);
        equal("the queue for " + name, pool.waiters, found[at.queue + i]);
        equal(
                "the level of the queue for " + name,
                tally.level(at.queueLevel[i]).value(),
                found[at.queue + i]);
    }

    private long sum(int from, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += tally.counts[from + i];
        }
        return sum;
    }

    /** Every level, counted afresh from the people. */
    private long[] recount() {
        long[] found = new long[at.levels];
        for (int row = play.people.first(); row < play.people.end(); row++) {
            Person p = play.people.at(row);
            if (inJourney(p)) {
                recount(p, found);
            }
        }
        return found;
    }

    private void recount(Person p, long[] found) {
        hold(found, at.inUse, p.held);
        if (p.state == Person.IN_STEP) {
            found[at.present + p.at().index]++;
            return;
        }
        found[at.waiting + p.at().index]++;
        if (p.state == Person.MOVING) {
            hold(found, at.inUse, p.coming);
        } else {
            for (int pool : play.net.needs.poolsOf[p.at().plan.line]) {
                found[at.queue + pool]++;
            }
        }
        StepState origin = p.origin;
        if (origin != null) {
            found[at.blocked + origin.index]++;
            hold(found, at.stuck, p.held);
        }
    }

    private void hold(long[] found, int level, int grant) {
        int[] pools = play.net.needs.grantPools[grant];
        for (int i = 0; i < pools.length; i++) {
            found[level + pools[i]] += play.net.needs.grantAmounts[grant][i];
        }
    }

    private static boolean inJourney(Person p) {
        return p.state != Person.GONE && p.state != Person.AWAY;
    }

    private static void equal(String what, long counted, long expected) {
        if (counted != expected) {
            throw new BrokenRun(what + " does not agree: (" + counted + ") against (" + expected
                    + "). Maybe: report this scenario; the run's results are not given out");
        }
    }
}
