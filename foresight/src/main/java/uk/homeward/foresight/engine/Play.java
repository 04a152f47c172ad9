package uk.homeward.foresight.engine;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.engine.Compiled.Comeback;
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
    final long rows; // mask of the p in a key

    private final Agenda agenda = new Agenda();
    private final @Nullable EventSink sink;
    private final boolean timed; // some standard has a clock
    private final StepState[] states;
    private final long[] counts;
    private Choice[] choices; // others from a turn on
    private @Nullable Comeback[] comebacks;
    private int turned;
    private final EventBatch batch = new EventBatch();
    private final int[] which = new int[1];
    private final int bits;
    private final int steps;
    private final long end;
    private long events;

    long now;

    Play(Compiled net, Horizon horizon, long runKey, @Nullable EventSink sink) {
        this.net = net;
        this.horizon = horizon;
        this.sink = sink;
        this.bits = horizon.rowBits();
        this.rows = (1L << bits) - 1;
        this.end = horizon.end();
        this.steps = net.steps;
        this.timed = net.standards > 0;
        this.people = new People(net.clocks(), net.standards, 1 << bits);
        this.tally = new Tally(net);
        this.at = tally.at;
        this.counts = tally.counts;
        this.choices = net.choices;
        this.comebacks = net.comebacks;
        this.states = tally.steps;
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
        scheduleTurn();
        arriving.begin();
        places.offerFreed();
        long last = end << bits;
        for (long key = agenda.next(); key < last; key = agenda.next()) {
            Person p = people.at((int) (key & rows));
            if (p.due != key) {
                agenda.skipped();
                continue;
            }
            now = key >>> bits;
            happen(p);
            places.offerFreed();
            if ((++events & CHECK_CANCEL - 1) == 0 && cancelled.getAsBoolean()) {
                return null;
            }
        }
        now = end;
        flush();
        return periods.finish(events);
    }

    private void happen(Person p) {
        switch (p.state) {
            case Person.IN_STEP -> complete(p);
            case Person.WAITING -> lapse(p);
            case Person.MOVING -> arriveOrLose(p);
            case Person.AWAY -> arriving.comeBack(p);
            default -> clock(p.row);
        }
    }

    private void clock(int row) {
        if (row < net.sources) {
            arriving.arrive(row);
        } else if (row < net.sources + net.pools) {
            places.changeCapacity(row - net.sources);
        } else if (row == net.periodClock()) {
            periods.boundary();
        } else if (row == net.turnClock()) {
            turn();
        } else {
            throw new BrokenRun("a row without a person (" + row + ") became due. Maybe: report this run");
        }
    }

    private void scheduleTurn() {
        if (hasTurns()) {
            schedule(net.turnClock(), net.turns[turned].at() - now);
        }
    }

    /** True if other numbers will hold from some later moment on. */
    boolean hasTurns() {
        return turned < net.turns.length;
    }

    private void turn() {
        Turn turn = net.turns[turned++];
        for (StepState step : states) {
            step.plan = turn.plans()[step.index];
        }
        choices = turn.choices();
        comebacks = turn.comebacks();
        clocks.turn(turn.limits());
        places.turn(turn.pools());
        arriving.turn(turn.doors());
        scheduleTurn();
    }

    /** Makes a clock due, by its row. */
    void schedule(int clock, long delay) {
        schedule(people.at(clock), delay);
    }

    /** Makes something due after {@code delay} milliseconds; never, if that is beyond the end. */
    void schedule(Person p, long delay) {
        if (delay >= end - now) {
            p.due = Agenda.NEVER;
        } else {
            long key = now + delay << bits | p.row;
            p.due = key;
            agenda.add(key);
        }
    }

    /** Forgets what the row was waiting for. */
    void unschedule(int clock) {
        unschedule(people.at(clock));
    }

    /** Forgets what the person was waiting for. */
    void unschedule(Person p) {
        if (p.due != Agenda.NEVER) {
            p.due = Agenda.NEVER;
            agenda.forget(people, rows);
        }
    }

    private void complete(Person p) {
        StepState step = p.at();
        StepPlan plan = step.plan;
        int to = plan.next;
        int risk = -1;
        if (plan.staying != null) {
            risk = p.fate;
            to = risk < 0 ? to : plan.stayingTo(risk);
        }
        step.present.change(-1, now);
        step.stayed += now - Math.max(p.since, tally.from());
        if (risk < 0) {
            step.completed++;
        } else {
            step.cut++;
        }
        if (timed) {
            clocks.happened(net.moments.completed[step.index], this, p);
        }
        boolean leaves = !plan.keepsPlace || p.held == 0;
        emit(p, EventBatch.COMPLETED, step.index, (risk < 0 ? 0 : 1) | (leaves ? 2 : 0));
        if (leaves) {
            if (p.held != 0) {
                places.release(p);
            }
            left(p, step.index);
        }
        go(p, to);
    }

    private void left(Person p, int step) {
        if (timed) {
            clocks.happened(net.moments.left[step], this, p);
        }
    }

    /** Leads a person through decisions to a step or an exit. */
    void go(Person p, int to) {
        int place = to;
        while (place >= steps) {
            if (place >= steps + net.decisions) {
                exit(p, place - steps - net.decisions);
                return;
            }
            place = decide(p, place - steps);
        }
        enter(p, place);
    }

    private int decide(Person p, int decision) {
        Choice choice = choices[decision];
        int option = choice.pick(p.key, p.round, p.traits, p.delay, chance);
        counts[at.optionAt[decision] + option]++;
        if (timed) {
            clocks.happened(net.moments.decided[decision][option], this, p);
        }
        emit(p, EventBatch.DECIDED, decision, option);
        return choice.to[option];
    }

    private void enter(Person p, int place) {
        StepState step = states[place];
        StepState from = p.step;
        if (from != null && place <= from.index) {
            p.round++;
        }
        if (p.held != 0 && p.origin == null) {
            p.origin = from; // else they were turned away elsewhere and still keep the same place
        }
        p.step = step;
        p.ready = now;
        if (timed) {
            clocks.happened(net.moments.ready[place], this, p);
        }
        StepPlan plan = step.plan;
        int grant = places.findGrant(p, step);
        if (grant >= 0) {
            places.seize(p, grant);
            granted(p, grant, false);
        } else if (plan.queueLimit == Integer.MAX_VALUE || step.waiting.value() < plan.queueLimit) {
            await(p, step);
        } else {
            step.turnedAway++;
            emit(p, EventBatch.TURNED_AWAY, place, 0);
            go(p, plan.overflow);
        }
    }

    private void await(Person p, StepState step) {
        p.state = Person.WAITING;
        emit(p, EventBatch.WAITING, step.index, 0);
        places.count(p, step, 1);
        Hazards hazards = step.plan.waiting;
        if (hazards != null) {
            schedule(p, hazards.draw(this, p, which));
            p.fate = which[0];
        }
        places.lines.join(p, step.plan);
    }

    /** The places are seized: the person moves to them, at once or after a transfer. */
    void granted(Person p, int grant, boolean waited) {
        StepState step = p.at();
        StepPlan plan = step.plan;
        long takes = plan.direct || places.sharesWith(grant, p.held) ? 0 : moveTime(p, plan);
        if (takes == 0) {
            start(p, step, grant, waited);
            return;
        }
        if (!waited) {
            places.count(p, step, 1);
        }
        p.state = Person.MOVING;
        p.coming = grant;
        emit(p, EventBatch.HELD, step.index, waited ? 1 : 0);
        p.fate = takes > plan.holdFor ? 1 : 0;
        schedule(p, Math.min(takes, plan.holdFor));
    }

    /** How long until the person is there and the step may start. */
    private long moveTime(Person p, StepPlan plan) {
        long takes = plan.transfer == null ? 0 : drawn(plan.transfer, p);
        WorkingHours starts = plan.starts;
        if (starts == null) {
            return takes;
        }
        long there = now + takes + horizon.weekOffset();
        return takes + starts.nextOpen(there) - there;
    }

    private void arriveOrLose(Person p) {
        StepState step = p.at();
        if (p.fate == 0) {
            start(p, step, p.coming, true);
        } else { // the hold expires: the place goes to somebody else, and the person waits again
            places.giveBack(p.coming, p.held);
            p.round++;
            p.state = Person.WAITING;
            p.due = Agenda.NEVER;
            places.lines.join(p, step.plan);
        }
    }

    private void start(Person p, StepState step, int grant, boolean waited) {
        long wait = now - p.ready;
        if (waited) {
            places.count(p, step, -1);
            step.waited += now - Math.max(p.ready, tally.from());
        }
        p.delay += wait;
        step.waitSum += wait;
        step.started++;
        step.waits[Spans.bucket(wait)]++;
        int origin = p.held == 0 ? -1 : leaveOrigin(p);
        places.hold(p, grant);
        if (timed) {
            clocks.happened(net.moments.started[step.index], this, p);
        }
        emit(p, EventBatch.STARTED, step.index, origin + 1 << 1 | (waited ? 1 : 0));
        begin(p, step, drawn(step.plan.lasts, p));
    }

    /** The person leaves the step whose place they kept; returns its number. */
    private int leaveOrigin(Person p) {
        StepState origin = p.origin == null ? p.at() : p.origin;
        left(p, origin.index);
        p.origin = null;
        return origin.index;
    }

    /** A duration for this person, in milliseconds. */
    long drawn(Lasts lasts, Person p) {
        return lasts.draw(p.key, p.round, p.traits, p.delay, chance);
    }

    private void begin(Person p, StepState step, long lasts) {
        p.state = Person.IN_STEP;
        p.since = now;
        step.present.change(1, now);
        StepPlan plan = step.plan;
        long until = lasts;
        WorkingHours worked = plan.worked;
        if (worked != null && lasts > 0) {
            until = worked.after(now + horizon.weekOffset(), lasts) - horizon.weekOffset() - now;
        }
        Hazards hazards = plan.staying;
        if (hazards != null) {
            long first = hazards.draw(this, p, which);
            p.fate = first < until ? which[0] : -1;
            until = Math.min(first, until);
        }
        schedule(p, until);
    }

    private void lapse(Person p) {
        StepState step = p.at();
        places.lines.leave(p);
        places.count(p, step, -1);
        step.waited += now - Math.max(p.ready, tally.from());
        p.delay += now - p.ready;
        step.lapsed++;
        emit(p, EventBatch.LAPSED, step.index, giveUpPlace(p) + 1);
        go(p, step.plan.waitingTo(p.fate));
    }

    /** Gives up what the person still keeps; returns the step whose place it was, -1 if none. */
    private int giveUpPlace(Person p) {
        if (p.held == 0) {
            return -1;
        }
        places.release(p);
        return leaveOrigin(p);
    }

    private void exit(Person p, int exit) {
        int origin = giveUpPlace(p);
        if (timed) {
            clocks.happened(net.moments.ended[exit], this, p);
        }
        counts[at.left + exit]++;
        periods.ended(p.opened);
        emit(p, EventBatch.ENDED, exit, origin + 1);
        arriving.afterExit(p, comebacks[exit]);
    }

    /** Someone who keeps the place of a step that was done before the run begins. */
    void keep(Person p, int step, long elapsed) {
        p.step = states[step];
        clocks.begun(now - elapsed, net.moments.completed[step], p);
        places.occupy(p, states[step].plan);
    }

    /** Someone who has been in a step for {@code elapsed} milliseconds when the run begins. */
    void stand(Person p, int step, long elapsed) {
        p.step = states[step];
        p.ready = now;
        places.occupy(p, states[step].plan);
        clocks.begun(now - elapsed, net.moments.started[step], p);
        long lasts = states[step].plan.lasts.remaining(elapsed, p.key, p.round, p.traits, p.delay, chance);
        begin(p, states[step], lasts);
    }

    /** Someone who has waited for a step for {@code elapsed} milliseconds when the run begins. */
    void waitSince(Person p, int step, long elapsed) {
        p.origin = p.held == 0 ? null : p.step;
        p.step = states[step];
        p.ready = now - elapsed;
        clocks.happenedAt(now - elapsed, net.moments.ready[step], this, p);
        int grant = places.findGrant(p, states[step]);
        if (grant >= 0) {
            places.seize(p, grant);
            granted(p, grant, false);
        } else {
            await(p, states[step]);
        }
    }

    void emit(Person p, int kind, int place, int detail) {
        if (sink != null && batch.add(now, p.serial, kind, place, detail, p.traits)) {
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
