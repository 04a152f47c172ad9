package uk.homeward.foresight.engine;

import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.engine.Compiled.Comeback;
import uk.homeward.foresight.network.WorkingHours;

/**
 * The rules of moving: who is ready for a step takes a place if nobody waits for it, else joins the line; who keeps a place
 * while waiting gives it up when the next step begins; where people go from a step is decided when it ends.
 */
final class Moves {

    private final Play play;
    private final Compiled net;
    private final Layout at;
    private final Places places;
    private final Clocks clocks;
    private final Chance chance;
    private final boolean timed; // some standard has a clock
    private final StepState[] states;
    private final long[] counts;
    private final int[] which = new int[1];
    private final int steps;
    private Choice[] choices; // others from a turn on
    private @Nullable Comeback[] comebacks;

    Moves(Play play) {
        this.play = play;
        this.net = play.net;
        this.at = play.at;
        this.places = play.places;
        this.clocks = play.clocks;
        this.chance = play.chance;
        this.timed = net.standards > 0;
        this.states = play.tally.steps;
        this.counts = play.tally.counts;
        this.steps = net.steps;
        this.choices = net.choices;
        this.comebacks = net.comebacks;
    }

    /** From now on people stay, choose and come back by these numbers. */
    void turn(Turn turn) {
        for (StepState step : states) {
            step.plan = turn.plans()[step.index];
        }
        choices = turn.choices();
        comebacks = turn.comebacks();
    }

    void complete(Person p) {
        StepState step = p.at();
        StepPlan plan = step.plan;
        int to = plan.next;
        int risk = -1;
        if (plan.staying != null) {
            risk = p.fate;
            to = risk < 0 ? to : plan.stayingTo(risk);
        }
        step.present.change(-1, play.now);
        step.stayed += play.now - Math.max(p.since, play.tally.from());
        if (risk < 0) {
            step.completed++;
        } else {
            step.cut++;
        }
        if (timed) {
            clocks.happened(net.moments.completed[step.index], play, p);
        }
        boolean leaves = !plan.keepsPlace || p.held == 0;
        play.emit(p, EventBatch.COMPLETED, step.index, (risk < 0 ? 0 : 1) | (leaves ? 2 : 0));
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
            clocks.happened(net.moments.left[step], play, p);
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
            clocks.happened(net.moments.decided[decision][option], play, p);
        }
        play.emit(p, EventBatch.DECIDED, decision, option);
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
        p.ready = play.now;
        if (timed) {
            clocks.happened(net.moments.ready[place], play, p);
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
            play.emit(p, EventBatch.TURNED_AWAY, place, 0);
            go(p, plan.overflow);
        }
    }

    void await(Person p, StepState step) {
        p.state = Person.WAITING;
        play.emit(p, EventBatch.WAITING, step.index, 0);
        places.count(p, step, 1);
        Hazards hazards = step.plan.waiting;
        if (hazards != null) {
            play.schedule(p, hazards.draw(play, p, which));
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
        play.emit(p, EventBatch.HELD, step.index, waited ? 1 : 0);
        p.fate = takes > plan.holdFor ? 1 : 0;
        play.schedule(p, Math.min(takes, plan.holdFor));
    }

    /** How long until the person is there and the step may start. */
    private long moveTime(Person p, StepPlan plan) {
        long takes = plan.transfer == null ? 0 : drawn(plan.transfer, p);
        WorkingHours starts = plan.starts;
        if (starts == null) {
            return takes;
        }
        long there = play.now + takes + play.horizon.weekOffset();
        return takes + starts.nextOpen(there) - there;
    }

    void arriveOrLose(Person p) {
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

    /** Starts the step: the places are seized, what the person held is given up. */
    void start(Person p, StepState step, int grant, boolean waited) {
        long wait = play.now - p.ready;
        if (waited) {
            places.count(p, step, -1);
            step.waited += play.now - Math.max(p.ready, play.tally.from());
        }
        p.delay += wait;
        step.waitSum += wait;
        step.started++;
        step.waits[Spans.bucket(wait)]++;
        int origin = p.held == 0 ? -1 : leaveOrigin(p);
        places.hold(p, grant);
        if (timed) {
            clocks.happened(net.moments.started[step.index], play, p);
        }
        play.emit(p, EventBatch.STARTED, step.index, origin + 1 << 1 | (waited ? 1 : 0));
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

    void begin(Person p, StepState step, long lasts) {
        p.state = Person.IN_STEP;
        p.since = play.now;
        step.present.change(1, play.now);
        StepPlan plan = step.plan;
        long until = lasts;
        WorkingHours worked = plan.worked;
        if (worked != null && lasts > 0) {
            until = worked.after(play.now + play.horizon.weekOffset(), lasts) - play.horizon.weekOffset() - play.now;
        }
        Hazards hazards = plan.staying;
        if (hazards != null) {
            long first = hazards.draw(play, p, which);
            p.fate = first < until ? which[0] : -1;
            until = Math.min(first, until);
        }
        play.schedule(p, until);
    }

    void lapse(Person p) {
        StepState step = p.at();
        places.lines.leave(p);
        places.count(p, step, -1);
        step.waited += play.now - Math.max(p.ready, play.tally.from());
        p.delay += play.now - p.ready;
        step.lapsed++;
        play.emit(p, EventBatch.LAPSED, step.index, giveUpPlace(p) + 1);
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
            clocks.happened(net.moments.ended[exit], play, p);
        }
        counts[at.left + exit]++;
        play.periods.ended(p.opened);
        play.emit(p, EventBatch.ENDED, exit, origin + 1);
        play.arriving.afterExit(p, comebacks[exit]);
    }
}
