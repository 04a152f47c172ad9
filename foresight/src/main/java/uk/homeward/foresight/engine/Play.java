package uk.homeward.foresight.engine;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.network.WorkingHours;

/**
 * One replication. The rules of moving: who is ready for a step takes a place if nobody waits for it, else joins the
 * line; who keeps a place while waiting gives it up when the next step begins; whatever becomes free is offered to the
 * lines in order of priority, then of waiting, until nothing more fits.
 */
final class Play {

    private static final int CHECK_CANCEL = 1 << 16;

    final Compiled net;
    final Layout at;
    final Horizon horizon;
    final People people;
    final Tally tally;
    final Places places;
    final Chance chance;
    final Clocks clocks;
    final Periods periods;
    final Arriving arriving;
    final long rows; // mask of the row in a key

    private final Agenda agenda = new Agenda();
    private final @Nullable EventSink sink;
    private final boolean timed; // some standard has a clock
    private final StepPlan[] plans;
    private final long[] counts;
    private final Levels levels;
    private final EventBatch batch = new EventBatch();
    private final int[] which = new int[1];
    private final int bits;
    private final int steps;
    private final int clockRows;
    private final long end;
    private long events;

    long now;

    Play(Compiled net, Horizon horizon, long runKey, @Nullable EventSink sink) {
        this.net = net;
        this.horizon = horizon;
        this.sink = sink;
        this.at = new Layout(net);
        this.bits = horizon.rowBits();
        this.rows = (1L << bits) - 1;
        this.end = horizon.end();
        this.steps = net.steps;
        this.plans = net.plans;
        this.timed = net.standards > 0;
        this.clockRows = net.sources + net.pools + 1;
        this.people = new People(clockRows, net.standards, 1 << bits);
        this.tally = new Tally(at);
        this.counts = tally.counts;
        this.levels = tally.levels;
        this.places = new Places(this);
        this.chance = new Chance(runKey);
        this.clocks = new Clocks(net, horizon.weekOffset());
        this.arriving = new Arriving(this, runKey);
        this.periods = new Periods(this);
    }

    /** Plays to the end and returns what was counted; stops with null if {@code cancelled} says so. */
    @Nullable
    Outcome run(BooleanSupplier cancelled) {
        places.begin();
        periods.begin();
        arriving.begin();
        places.offerFreed();
        long last = end << bits;
        for (long key = agenda.next(); key < last; key = agenda.next()) {
            int row = (int) (key & rows);
            if (people.time(row, People.DUE) != key) {
                agenda.skipped();
                continue;
            }
            now = key >>> bits;
            happen(row);
            places.offerFreed();
            if ((++events & CHECK_CANCEL - 1) == 0 && cancelled.getAsBoolean()) {
                return null;
            }
        }
        now = end;
        flush();
        return periods.finish(events);
    }

    private void happen(int row) {
        if (row >= clockRows) {
            person(row);
        } else if (row < net.sources) {
            arriving.arrive(row);
        } else if (row < net.sources + net.pools) {
            places.changeCapacity(row - net.sources);
        } else {
            periods.boundary();
        }
    }

    private void person(int row) {
        switch (people.get(row, People.STATE)) {
            case People.IN_STEP -> complete(row);
            case People.WAITING -> lapse(row);
            case People.MOVING -> arriveOrLose(row);
            case People.AWAY -> arriving.comeBack(row);
            default -> throw new BrokenRun("a row without a person (" + row + ") became due. Maybe: report this run");
        }
    }

    /** Makes something due after {@code delay} milliseconds; never, if that is beyond the end. */
    void schedule(int row, long delay) {
        if (delay >= end - now) {
            people.set(row, People.DUE, Agenda.NEVER);
        } else {
            long key = now + delay << bits | row;
            people.set(row, People.DUE, key);
            agenda.add(key);
        }
    }

    /** Forgets what the row was waiting for. */
    void unschedule(int row) {
        if (people.time(row, People.DUE) != Agenda.NEVER) {
            people.set(row, People.DUE, Agenda.NEVER);
            agenda.forget(people, rows);
        }
    }

    private void complete(int row) {
        People p = people;
        int step = p.get(row, People.STEP);
        StepPlan plan = plans[step];
        int to = plan.next;
        int risk = -1;
        if (plan.staying != null) {
            risk = p.get(row, People.FATE);
            to = risk < 0 ? to : plan.stayingTo(risk);
        }
        levels.change(at.present + step, -1, now);
        periods.stayed(step, p.time(row, People.SINCE));
        counts[(risk < 0 ? at.completed : at.cut) + step]++;
        if (timed) {
            clocks.happened(net.moments.completed[step], this, row);
        }
        boolean leaves = !plan.keepsPlace || p.get(row, People.HELD) == 0;
        emit(row, EventBatch.COMPLETED, step, (risk < 0 ? 0 : 1) | (leaves ? 2 : 0));
        if (leaves) {
            if (p.get(row, People.HELD) != 0) {
                places.release(row);
            }
            left(row, step);
        }
        go(row, to);
    }

    private void left(int row, int step) {
        if (timed) {
            clocks.happened(net.moments.left[step], this, row);
        }
    }

    /** Leads a person through decisions to a step or an exit. */
    void go(int row, int to) {
        int place = to;
        while (place >= steps) {
            if (place >= steps + net.decisions) {
                exit(row, place - steps - net.decisions);
                return;
            }
            place = decide(row, place - steps);
        }
        enter(row, place);
    }

    private int decide(int row, int decision) {
        People p = people;
        Choice choice = net.choices[decision];
        int option = choice.pick(
                p.time(row, People.KEY),
                p.get(row, People.ROUND),
                p.time(row, People.TRAITS),
                p.time(row, People.DELAY),
                chance);
        counts[at.optionAt[decision] + option]++;
        if (timed) {
            clocks.happened(net.moments.decided[decision][option], this, row);
        }
        emit(row, EventBatch.DECIDED, decision, option);
        return choice.to[option];
    }

    private void enter(int row, int step) {
        People p = people;
        StepPlan plan = plans[step];
        int from = p.get(row, People.STEP);
        if (step <= from) {
            p.put(row, People.ROUND, p.get(row, People.ROUND) + 1);
        }
        if (p.get(row, People.HELD) != 0 && p.get(row, People.ORIGIN) < 0) {
            p.put(row, People.ORIGIN, from); // else they were turned away elsewhere and still keep the same place
        }
        p.put(row, People.STEP, step);
        p.set(row, People.READY, now);
        if (timed) {
            clocks.happened(net.moments.ready[step], this, row);
        }
        int grant = places.findGrant(row, plan);
        if (grant >= 0) {
            places.seize(row, grant);
            granted(row, grant, false);
        } else if (plan.queueLimit == Integer.MAX_VALUE || levels.value(at.waiting + step) < plan.queueLimit) {
            await(row, plan);
        } else {
            counts[at.turnedAway + step]++;
            emit(row, EventBatch.TURNED_AWAY, step, 0);
            go(row, plan.overflow);
        }
    }

    private void await(int row, StepPlan plan) {
        People p = people;
        p.put(row, People.STATE, People.WAITING);
        emit(row, EventBatch.WAITING, plan.index, 0);
        places.count(row, plan.index, 1);
        Hazards hazards = plan.waiting;
        if (hazards != null) {
            schedule(row, hazards.draw(this, row, which));
            p.put(row, People.FATE, which[0]);
        }
        places.lines.join(row, plan);
    }

    /** The places are seized: the person moves to them, at once or after a transfer. */
    void granted(int row, int grant, boolean waited) {
        People p = people;
        StepPlan plan = plans[p.get(row, People.STEP)];
        if (plan.direct || places.sharesWith(grant, p.get(row, People.HELD))) {
            start(row, plan, grant, waited);
            return;
        }
        long takes = moveTime(row, plan);
        if (takes == 0) {
            start(row, plan, grant, waited);
            return;
        }
        if (!waited) {
            places.count(row, plan.index, 1);
        }
        p.put(row, People.STATE, People.MOVING);
        p.put(row, People.COMING, grant);
        emit(row, EventBatch.HELD, plan.index, 0);
        p.put(row, People.FATE, takes > plan.holdFor ? 1 : 0);
        schedule(row, Math.min(takes, plan.holdFor));
    }

    /** How long until the person is there and the step may start. */
    private long moveTime(int row, StepPlan plan) {
        long takes = plan.transfer == null ? 0 : drawn(plan.transfer, row);
        WorkingHours starts = plan.starts;
        if (starts == null) {
            return takes;
        }
        long there = now + takes + horizon.weekOffset();
        return takes + starts.nextOpen(there) - there;
    }

    private void arriveOrLose(int row) {
        People p = people;
        StepPlan plan = plans[p.get(row, People.STEP)];
        if (p.get(row, People.FATE) == 0) {
            start(row, plan, p.get(row, People.COMING), true);
        } else { // the hold expires: the place goes to somebody else, and the person waits again
            places.giveBack(p.get(row, People.COMING), p.get(row, People.HELD));
            p.put(row, People.ROUND, p.get(row, People.ROUND) + 1);
            p.put(row, People.STATE, People.WAITING);
            p.set(row, People.DUE, Agenda.NEVER);
            places.lines.join(row, plan);
        }
    }

    private void start(int row, StepPlan plan, int grant, boolean waited) {
        People p = people;
        int step = plan.index;
        long ready = p.time(row, People.READY);
        long wait = now - ready;
        if (waited) {
            places.count(row, step, -1);
            periods.waited(step, ready);
        }
        if (wait > 0) {
            p.add(row, People.DELAY, wait);
            counts[at.waitSum + step] += wait;
        }
        int origin = -1;
        if (p.get(row, People.HELD) != 0) {
            origin = p.get(row, People.ORIGIN);
            left(row, origin);
            p.put(row, People.ORIGIN, -1);
        }
        places.hold(row, grant);
        counts[at.started + step]++;
        tally.waits.add(step, wait);
        if (timed) {
            clocks.happened(net.moments.started[step], this, row);
        }
        emit(row, EventBatch.STARTED, step, origin + 1 << 1 | (waited ? 1 : 0));
        begin(row, plan, drawn(plan.lasts, row));
    }

    /** A duration for this person, in milliseconds. */
    long drawn(Lasts lasts, int row) {
        People p = people;
        return lasts.draw(
                p.time(row, People.KEY),
                p.get(row, People.ROUND),
                p.time(row, People.TRAITS),
                p.time(row, People.DELAY),
                chance);
    }

    private void begin(int row, StepPlan plan, long lasts) {
        People p = people;
        p.put(row, People.STATE, People.IN_STEP);
        p.set(row, People.SINCE, now);
        levels.change(at.present + plan.index, 1, now);
        long until = lasts;
        WorkingHours worked = plan.worked;
        if (worked != null && lasts > 0) {
            until = worked.after(now + horizon.weekOffset(), lasts) - horizon.weekOffset() - now;
        }
        Hazards hazards = plan.staying;
        if (hazards != null) {
            long first = hazards.draw(this, row, which);
            p.put(row, People.FATE, first < until ? which[0] : -1);
            until = Math.min(first, until);
        }
        schedule(row, until);
    }

    private void lapse(int row) {
        People p = people;
        int step = p.get(row, People.STEP);
        places.lines.leave(row);
        places.count(row, step, -1);
        periods.waited(step, p.time(row, People.READY));
        p.add(row, People.DELAY, now - p.time(row, People.READY));
        counts[at.lapsed + step]++;
        emit(row, EventBatch.LAPSED, step, giveUpPlace(row) + 1);
        go(row, plans[step].waitingTo(p.get(row, People.FATE)));
    }

    /** Gives up what the person still keeps; returns the step whose place it was, -1 if none. */
    private int giveUpPlace(int row) {
        People p = people;
        if (p.get(row, People.HELD) == 0) {
            return -1;
        }
        places.release(row);
        int origin = p.get(row, People.ORIGIN) < 0 ? p.get(row, People.STEP) : p.get(row, People.ORIGIN);
        left(row, origin);
        p.put(row, People.ORIGIN, -1);
        return origin;
    }

    private void exit(int row, int exit) {
        People p = people;
        int origin = giveUpPlace(row);
        if (timed) {
            clocks.happened(net.moments.ended[exit], this, row);
        }
        counts[at.left + exit]++;
        periods.ended(p.time(row, People.OPENED));
        emit(row, EventBatch.ENDED, exit, origin + 1);
        arriving.afterExit(row, net.comebacks[exit]);
    }

    /** Someone who has been in a step for {@code elapsed} milliseconds when the run begins. */
    void stand(int row, int step, long elapsed) {
        People p = people;
        StepPlan plan = plans[step];
        p.put(row, People.STEP, step);
        p.set(row, People.READY, now);
        places.occupy(row, plan);
        long lasts = plan.lasts.remaining(
                elapsed,
                p.time(row, People.KEY),
                p.get(row, People.ROUND),
                p.time(row, People.TRAITS),
                p.time(row, People.DELAY),
                chance);
        begin(row, plan, lasts);
    }

    /** Someone who has waited for a step for {@code elapsed} milliseconds when the run begins. */
    void waitSince(int row, int step, long elapsed) {
        People p = people;
        StepPlan plan = plans[step];
        p.put(row, People.STEP, step);
        p.set(row, People.READY, now - elapsed);
        clocks.happenedAt(now - elapsed, net.moments.ready[step], this, row);
        int grant = places.findGrant(row, plan);
        if (grant >= 0) {
            places.seize(row, grant);
            granted(row, grant, false);
        } else {
            await(row, plan);
        }
    }

    void emit(int row, int kind, int place, int detail) {
        if (sink != null
                && batch.add(
                        now, people.time(row, People.SERIAL), kind, place, detail, people.time(row, People.TRAITS))) {
            flush();
        }
    }

    private void flush() {
        if (sink != null) {
            sink.accept(batch);
            batch.clear();
        }
    }
}
