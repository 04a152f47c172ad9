package uk.homeward.foresight.engine;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;

/**
 * One replication: a loop over what is due, and the clocks of sources, pools, periods and turns. What is due for a person is
 * told to {@link Moves}; whatever becomes free is offered to the lines until nothing more fits.
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
    final Moves moves;
    final Arriving arriving;
    final long rows; // mask of the p in a key

    private final Agenda agenda = new Agenda(); // of people
    private final Agenda alarms = new Agenda(); // of clocks
    private final @Nullable EventSink sink;
    private int turned;
    private final EventBatch batch = new EventBatch();
    private final int bits;
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
        this.people = new People(net.clocks(), net.standards, 1 << bits);
        this.tally = new Tally(net);
        this.at = tally.at;
        this.places = new Places(this);
        this.chance = new Chance(runKey);
        this.clocks = new Clocks(net, horizon.weekOffset());
        this.moves = new Moves(this);
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
        for (boolean goesOn = true; goesOn; ) {
            long key = agenda.first();
            long alarm = alarms.first();
            goesOn = Math.min(key, alarm) < last;
            if (goesOn && (alarm < key ? ring(alarm) : move(key))) {
                places.offerFreed();
                if ((++events & CHECK_CANCEL - 1) == 0 && cancelled.getAsBoolean()) {
                    return null;
                }
            }
        }
        now = end;
        flush();
        return periods.finish(events);
    }

    /** A clock's key came up; false if it is stale. */
    private boolean ring(long key) {
        alarms.take();
        Person clock = people.at((int) (key & rows));
        if (clock.due != key) {
            alarms.skipped();
            return false;
        }
        now = key >>> bits;
        clock(clock.row);
        return true;
    }

    /** A person's key came up; false if it is stale. */
    private boolean move(long key) {
        agenda.take();
        Person p = people.at((int) (key & rows));
        if (p.due != key) {
            agenda.skipped();
            return false;
        }
        now = key >>> bits;
        happen(p);
        return true;
    }

    /** How many events have been played. */
    long events() {
        return events;
    }

    private void happen(Person p) {
        switch (p.state) {
            case Person.IN_STEP -> moves.complete(p);
            case Person.WAITING -> moves.lapse(p);
            case Person.MOVING -> moves.arriveOrLose(p);
            case Person.AWAY -> arriving.comeBack(p);
            default -> throw new BrokenRun("somebody who has left became due. Maybe: report this run");
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
        moves.turn(turn);
        clocks.turn(turn.limits());
        places.turn(turn.pools());
        arriving.turn(turn.doors());
        scheduleTurn();
    }

    /** Makes a clock due, by its row. */
    void schedule(int clock, long delay) {
        schedule(people.at(clock), delay, alarms);
    }

    /** Makes something due after {@code delay} milliseconds; never, if that is beyond the end. */
    void schedule(Person p, long delay) {
        schedule(p, delay, agenda);
    }

    private void schedule(Person p, long delay, Agenda agenda) {
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
        unschedule(people.at(clock), alarms);
    }

    /** Forgets what the person was waiting for. */
    void unschedule(Person p) {
        unschedule(p, agenda);
    }

    private void unschedule(Person p, Agenda agenda) {
        if (p.due != Agenda.NEVER) {
            p.due = Agenda.NEVER;
            agenda.forget(people, rows);
        }
    }

    void emit(Person p, int kind, int place, int detail) {
        if (sink != null && batch.add(now, p.serial, kind, place, detail)) {
            flush();
        }
    }

    void emitOpened(Person p, int source, int again) {
        if (sink != null && batch.addOpened(now, p.serial, source, again, p.traits)) {
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
