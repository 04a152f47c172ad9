package uk.homeward.foresight.engine;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;

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
    final long rows; // mask of the row in a key

    private final Agenda agenda = new Agenda();
    private final Arriving arriving;
    private final @Nullable EventSink sink;
    private final EventBatch batch = new EventBatch();
    private final int[] which = new int[1];
    private final int bits;
    private final int clockRows;
    private final Periods periods;
    private long events;

    long now;

    Play(Compiled net, Horizon horizon, long runKey, @Nullable EventSink sink) {
        this.net = net;
        this.horizon = horizon;
        this.sink = sink;
        this.at = new Layout(net);
        this.bits = horizon.rowBits();
        this.rows = (1L << bits) - 1;
        this.clockRows = net.sources + net.pools + 1;
        this.people = new People(clockRows, net.standards, 1 << bits);
        this.tally = new Tally(at);
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
        long end = horizon.end() << bits;
        for (long key = agenda.next(); key < end; key = agenda.next()) {
            int row = (int) (key & rows);
            if (people.due[row] != key) {
                agenda.skipped();
                continue;
            }
            now = key >>> bits;
            people.due[row] = Agenda.NEVER;
            happen(row);
            places.offerFreed();
            if ((++events & CHECK_CANCEL - 1) == 0 && cancelled.getAsBoolean()) {
                return null;
            }
        }
        now = horizon.end();
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
        switch (people.state[row]) {
            case People.IN_STEP -> complete(row);
            case People.WAITING -> lapse(row);
            case People.MOVING -> arriveOrLose(row);
            case People.AWAY -> arriving.comeBack(row);
            default -> throw new BrokenRun("a row without a person (" + row + ") became due. Maybe: report this run");
        }
    }

    /** Makes something due after {@code delay} milliseconds; never, if that is beyond the end. */
    void schedule(int row, long delay) {
        if (delay >= horizon.end() - now) {
            people.due[row] = Agenda.NEVER;
        } else {
            long key = now + delay << bits | row;
            people.due[row] = key;
            agenda.add(key);
        }
    }

    /** Forgets what the row was waiting for. */
    void unschedule(int row) {
        if (people.due[row] != Agenda.NEVER) {
            people.due[row] = Agenda.NEVER;
            agenda.forget(people.due, rows);
        }
    }

    private void complete(int row) {
        People p = people;
        int step = p.step[row];
        int risk = p.fate[row];
        tally.levels.change(at.present + step, -1, now);
        periods.stayed(step, p.entered[row]);
        tally.counts[(risk < 0 ? at.completed : at.cut) + step]++;
        clocks.happened(net.moments.completed[step], this, row);
        emit(row, EventKind.COMPLETED, step, risk < 0 ? 0 : 1);
        if (!net.keepsPlace[step] && p.held[row] != 0) {
            places.release(row);
            clocks.happened(net.moments.left[step], this, row);
        }
        go(row, risk < 0 ? net.next[step] : net.staying[step].to[risk]);
    }

    /** Leads a person through decisions to a step or an exit. */
    void go(int row, int to) {
        int place = to;
        while (place >= net.steps) {
            if (place >= net.steps + net.decisions) {
                exit(row, place - net.steps - net.decisions);
                return;
            }
            place = decide(row, place - net.steps);
        }
        enter(row, place);
    }

    private int decide(int row, int decision) {
        People p = people;
        Choice choice = net.choices[decision];
        int option = choice.pick(p.key[row], p.round[row], p.traits[row], p.delay[row] / 86_400_000.0, chance);
        tally.counts[at.optionAt[decision] + option]++;
        clocks.happened(net.moments.decided[decision][option], this, row);
        emit(row, EventKind.DECIDED, decision, option);
        return choice.to[option];
    }

    private void enter(int row, int step) {
        People p = people;
        int from = p.step[row];
        if (step <= from) {
            p.round[row]++;
        }
        if (p.held[row] == 0) {
            p.origin[row] = -1;
        } else if (p.origin[row] < 0) { // else they were turned away elsewhere and still keep the same place
            p.origin[row] = from;
        }
        p.step[row] = step;
        p.ready[row] = now;
        p.state[row] = People.NEW;
        clocks.happened(net.moments.ready[step], this, row);
        int grant = places.findGrant(row, step);
        if (grant >= 0) {
            places.seize(row, grant);
        } else if (tally.levels.value(at.waiting + step) < net.queueLimit[step]) {
            await(row, step);
        } else {
            tally.counts[at.turnedAway + step]++;
            emit(row, EventKind.TURNED_AWAY, step, 0);
            go(row, net.overflow[step]);
        }
    }

    private void await(int row, int step) {
        People p = people;
        p.state[row] = People.WAITING;
        emit(row, EventKind.WAITING, step, 0);
        places.count(row, 1);
        Hazards hazards = net.waiting[step];
        if (!hazards.isEmpty()) {
            schedule(row, hazards.draw(p.key[row], p.round[row], p.traits[row], chance, which));
            p.fate[row] = which[0];
        }
        places.join(row);
    }

    /** The places are taken: the person moves to them, at once or after a transfer. */
    void granted(int row, int grant) {
        People p = people;
        int step = p.step[row];
        Lasts transfer = net.transfer[step];
        if (transfer == null || places.sharesWith(grant, p.held[row])) {
            start(row, step, grant);
            return;
        }
        if (p.state[row] == People.NEW) {
            places.count(row, 1);
        }
        p.state[row] = People.MOVING;
        p.coming[row] = grant;
        emit(row, EventKind.HELD, step, 0);
        long takes = transfer.draw(p.key[row], p.round[row], p.traits[row], 0, chance);
        p.fate[row] = takes > net.holdFor[step] ? 1 : 0;
        schedule(row, Math.min(takes, net.holdFor[step]));
    }

    private void arriveOrLose(int row) {
        People p = people;
        if (p.fate[row] == 0) {
            start(row, p.step[row], p.coming[row]);
        } else { // the hold expires: the place goes to somebody else, and the person waits again
            places.giveBack(p.coming[row], p.held[row]);
            p.round[row]++;
            p.state[row] = People.WAITING;
            places.join(row);
        }
    }

    private void start(int row, int step, int grant) {
        People p = people;
        long wait = now - p.ready[row];
        if (p.state[row] != People.NEW) {
            places.count(row, -1);
            periods.waited(step, p.ready[row]);
        }
        p.delay[row] += wait;
        places.hold(row, grant);
        int origin = p.origin[row];
        if (origin >= 0) {
            clocks.happened(net.moments.left[origin], this, row);
            p.origin[row] = -1;
        }
        tally.waited(step, wait);
        clocks.happened(net.moments.started[step], this, row);
        emit(row, EventKind.STARTED, step, 0);
        begin(row, step, now, net.lasts[step].draw(p.key[row], p.round[row], p.traits[row], p.delay[row], chance));
    }

    /** In the step since {@code entered}, for {@code lasts} from now on. */
    void begin(int row, int step, long entered, long lasts) {
        People p = people;
        p.state[row] = People.IN_STEP;
        p.entered[row] = entered;
        p.fate[row] = -1;
        tally.levels.change(at.present + step, 1, now);
        long until = lasts;
        var worked = net.worked[step];
        if (worked != null && lasts > 0) {
            until = worked.after(now + horizon.weekOffset(), lasts) - horizon.weekOffset() - now;
        }
        Hazards hazards = net.staying[step];
        if (!hazards.isEmpty()) {
            long first = hazards.draw(p.key[row], p.round[row], p.traits[row], chance, which);
            if (first < until) {
                until = first;
                p.fate[row] = which[0];
            }
        }
        schedule(row, until);
    }

    private void lapse(int row) {
        People p = people;
        int step = p.step[row];
        places.leaveLine(row);
        places.reconsider(step);
        places.count(row, -1);
        periods.waited(step, p.ready[row]);
        p.delay[row] += now - p.ready[row];
        tally.counts[at.lapsed + step]++;
        emit(row, EventKind.LAPSED, step, 0);
        giveUpPlace(row);
        go(row, net.waiting[step].to[p.fate[row]]);
    }

    private void giveUpPlace(int row) {
        People p = people;
        if (p.held[row] != 0) {
            places.release(row);
        }
        if (p.origin[row] >= 0) {
            clocks.happened(net.moments.left[p.origin[row]], this, row);
            p.origin[row] = -1;
        }
    }

    private void exit(int row, int exit) {
        People p = people;
        if (p.held[row] != 0) {
            p.origin[row] = p.origin[row] < 0 ? p.step[row] : p.origin[row];
            giveUpPlace(row);
        }
        clocks.happened(net.moments.ended[exit], this, row);
        tally.counts[at.left + exit]++;
        tally.levels.change(at.journeys, -1, now);
        periods.ended(p.opened[row]);
        emit(row, EventKind.ENDED, exit, 0);
        arriving.afterExit(row, net.comebacks[exit]);
    }

    /** Someone who has been in a step for {@code elapsed} milliseconds when the run begins. */
    void stand(int row, int step, long elapsed) {
        People p = people;
        p.step[row] = step;
        p.ready[row] = now;
        places.occupy(row, step);
        long lasts = net.lasts[step].remaining(elapsed, p.key[row], p.round[row], p.traits[row], p.delay[row], chance);
        begin(row, step, now, lasts);
    }

    /** Someone who has waited for a step for {@code elapsed} milliseconds when the run begins. */
    void waitSince(int row, int step, long elapsed) {
        People p = people;
        p.step[row] = step;
        p.ready[row] = now - elapsed;
        clocks.happenedAt(now - elapsed, net.moments.ready[step], this, row);
        int grant = places.findGrant(row, step);
        if (grant >= 0) {
            places.seize(row, grant);
        } else {
            await(row, step);
        }
    }

    void emit(int row, EventKind kind, int place, int detail) {
        if (sink != null && batch.add(now, people.serial[row], kind.ordinal(), place, detail, people.traits[row])) {
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
