package uk.homeward.foresight.engine;

import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.network.Standard;
import uk.homeward.foresight.network.WorkingHours;

/** The clocks of standards: started, stopped and judged as moments come by. */
final class Clocks {

    private final int standards;
    private final long[] limit;
    private final @Nullable WorkingHours[] hours;
    private final long weekOffset;

    Clocks(Compiled net, long weekOffset) {
        this.standards = net.standards;
        this.weekOffset = weekOffset;
        limit = new long[standards];
        hours = new WorkingHours[standards];
        for (int i = 0; i < standards; i++) {
            Standard standard = net.network.standards().get(i);
            limit[i] = Lasts.millis(standard.limitHours());
            hours[i] = standard.hours();
        }
    }

    /** No clock runs for a person who begins a journey. */
    void reset(People people, int row) {
        for (int i = 0; i < standards; i++) {
            people.clocks[row * standards + i] = Agenda.NEVER;
        }
        if (standards > 0) {
            people.qualified[row] = 0;
        }
    }

    void happened(int[] actions, Play play, int row) {
        if (actions.length > 0) {
            happenedAt(play.now, actions, play, row);
        }
    }

    /** The moment came at {@code time}, which may lie before the run. */
    void happenedAt(long time, int[] actions, Play play, int row) {
        for (int action : actions) {
            act(action >> 2, action & 3, time, play, row);
        }
    }

    private void act(int standard, int action, long time, Play play, int row) {
        People people = play.people;
        int clock = row * standards + standard;
        if (action == Moments.START) {
            if (people.clocks[clock] == Agenda.NEVER) {
                people.clocks[clock] = time;
                people.qualified[row] &= ~(1L << standard);
            }
        } else if (action == Moments.QUALIFY) {
            people.qualified[row] |= 1L << standard;
        } else if (people.clocks[clock] != Agenda.NEVER) {
            if (!play.net.moments.conditional[standard] || (people.qualified[row] >>> standard & 1) == 1) {
                play.tally.clock(standard, span(standard, people.clocks[clock], time), limit[standard]);
            }
            people.clocks[clock] = Agenda.NEVER;
        }
    }

    private long span(int standard, long from, long to) {
        WorkingHours open = hours[standard];
        return open == null ? to - from : open.workedUntil(to + weekOffset) - open.workedUntil(from + weekOffset);
    }
}
