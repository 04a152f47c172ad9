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

    /** Clocks that stop from now on are judged by these limits. */
    void turn(long[] limits) {
        System.arraycopy(limits, 0, limit, 0, standards);
    }

    /** No clock runs for a person who begins a journey. */
    void reset(Person p) {
        for (int i = 0; i < standards; i++) {
            p.clocks[i] = Agenda.NEVER;
        }
        if (standards > 0) {
            p.qualified = 0;
        }
    }

    void happened(int[] actions, Play play, Person p) {
        if (actions.length > 0) {
            happenedAt(play.now, actions, play, p);
        }
    }

    /** The moment came at {@code time}, which may lie before the run. */
    void happenedAt(long time, int[] actions, Play play, Person p) {
        for (int action : actions) {
            act(action >> 2, action & 3, time, play, p);
        }
    }

    /** The moment came before the run: clocks that it starts run on; those that it stopped are over and not counted. */
    void begun(long time, int[] actions, Person p) {
        for (int action : actions) {
            if ((action & 3) == Moments.START) {
                p.clocks[action >> 2] = time;
            }
        }
    }

    private void act(int standard, int action, long time, Play play, Person p) {
        long since = p.clocks[standard];
        if (action == Moments.START) {
            if (since == Agenda.NEVER) {
                p.clocks[standard] = time;
                p.qualified = p.qualified & ~(1L << standard);
            }
        } else if (action == Moments.QUALIFY) {
            p.qualified = p.qualified | 1L << standard;
        } else if (since != Agenda.NEVER) {
            if (!play.net.moments.conditional[standard] || (p.qualified >>> standard & 1) == 1) {
                play.tally.clock(standard, span(standard, since, time), limit[standard]);
            }
            p.clocks[standard] = Agenda.NEVER;
        }
    }

    private long span(int standard, long from, long to) {
        WorkingHours open = hours[standard];
        return open == null ? to - from : open.workedUntil(to + weekOffset) - open.workedUntil(from + weekOffset);
    }
}
