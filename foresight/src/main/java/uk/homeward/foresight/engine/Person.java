package uk.homeward.foresight.engine;

import org.jspecify.annotations.Nullable;

/**
 * One person in a run. Objects are used again when people have left, so memory grows with the number of people at once and
 * not with simulated time; one object is two cache lines, which is faster than a column for each field.
 */
final class Person {

    private static final long[] NO_CLOCKS = new long[0];

    static final int GONE = 0;
    static final int IN_STEP = 1;
    static final int WAITING = 2;
    static final int MOVING = 3;
    static final int AWAY = 4;

    final int row;

    int state;
    int held; // the grant they occupy; 0 is none
    int coming; // the grant that is held for them while they move
    int source;
    int round; // how often they went back to an earlier step or came again
    int fate; // which risk the due moment stands for; -1 is the plain end
    int rank; // class of priority while waiting

    long due = Agenda.NEVER; // the key in the agenda that counts
    long key; // names their streams of chance
    long serial; // names the person in events
    long traits;
    long opened;
    long ready;
    long since; // in a step: when they entered it; in a line: their number in it
    long delay; // how long they have waited on this journey

    @Nullable
    StepState step; // the one they are in or wait for; null before the first

    @Nullable
    StepState origin; // the step whose place they still keep while they wait

    @Nullable
    Person after; // the next in the line

    @Nullable
    Person ahead;

    final long[] clocks; // the start of each standard's clock, or NEVER
    long qualified; // one bit for each standard

    Person(int row, int standards) {
        this.row = row;
        this.clocks = standards == 0 ? NO_CLOCKS : new long[standards];
    }

    /** The step; only for someone who has one. */
    StepState at() {
        StepState here = step;
        if (here == null) {
            throw new BrokenRun("a person (" + row + ") is at no step. Maybe: report this run");
        }
        return here;
    }
}
