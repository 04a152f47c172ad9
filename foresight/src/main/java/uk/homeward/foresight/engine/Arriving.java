package uk.homeward.foresight.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.chance.Distribution;

/**
 * How people come: by the sources, or back after an exit.
 *
 * <p>Arrivals at a changing rate are found by running an exponential amount of expected arrivals down along the rate: the
 * n-th arrival of a source uses the same amount in every scenario.
 */
final class Arriving {

    /** So many arrivals are drawn at a time: one by one, each draw would wait for what was done about the last. */
    private static final int AHEAD = 32;

    private final Play play;
    private final Compiled net;
    private final long runKey;
    private final long[] sourceKey;
    private final long[] arrivalKey;
    private final long[] number; // arrivals so far
    private final long[][] key; // of the people who come next, by source and number
    private final double[][] amount; // of expected arrivals before each of them
    private final double[] left; // expected arrivals still to go by
    private final long[] asOf; // when that was worked out
    private final int[] outside; // of a closed population
    private final boolean turns; // rates will change on a date
    private Door[] doors; // others from a turn on
    private long cameBack;
    private long stayedAway;

    Arriving(Play play, long runKey) {
        this.play = play;
        this.net = play.net;
        this.runKey = runKey;
        sourceKey = new long[net.sources];
        for (int i = 0; i < net.sources; i++) {
            sourceKey[i] = Chance.key(runKey, net.network.sources().get(i).name());
        }
        arrivalKey =
                Arrays.stream(sourceKey).map(k -> Chance.key(k, "arrivals")).toArray();
        number = new long[net.sources];
        key = new long[net.sources][AHEAD];
        amount = new double[net.sources][AHEAD];
        left = new double[net.sources];
        asOf = new long[net.sources];
        outside = new int[net.sources];
        turns = play.hasTurns();
        doors = net.doors;
    }

    void begin() {
        new AtStart(play, runKey).begin();
        for (int source = 0; source < net.sources; source++) {
            outside[source] = doors[source].population;
            next(source);
        }
    }

    void arrive(int source) {
        Door door = doors[source];
        Person p = play.people.add();
        p.serial = (long) source << 48 | number[source];
        p.key = key[source][(int) number[source] & AHEAD - 1];
        p.traits = net.packing.draw(door.mix, p.key, play.chance);
        p.round = 0;
        number[source]++;
        outside[source]--;
        next(source);
        open(p, source, 0);
    }

    private void open(Person p, int source, int again) {
        p.source = source;
        begins(p, play.now);
        play.tally.counts[play.at.arrived + source]++;
        if (net.standards > 0) {
            play.clocks.happened(net.moments.opened[source], play, p);
        }
        play.emitOpened(p, source, again);
        play.moves.go(p, doors[source].first);
    }

    /** A journey begins for this person; {@code opened} may lie before the run. */
    void begins(Person p, long opened) {
        p.step = null;
        p.delay = 0;
        p.opened = opened;
        if (net.standards > 0) {
            play.clocks.reset(p);
        }
        play.periods.begun();
    }

    private void next(int source) {
        Door door = doors[source];
        int of = (int) number[source] & AHEAD - 1;
        if (of == 0) {
            drawAhead(source);
        }
        Distribution between = door.between;
        if (between != null) {
            play.chance.at(arrivalKey[source], Chance.nth(number[source]));
            play.schedule(source, Lasts.millis(between.sample(play.chance)));
        } else {
            double expected = amount[source][of];
            if (door.evenGap > 0 && !turns) {
                play.schedule(source, (long) (expected * door.evenGap + 0.5));
            } else {
                left[source] = expected;
                asOf[source] = play.now;
                approach(source);
            }
        }
    }

    private void drawAhead(int source) {
        for (int i = 0; i < AHEAD; i++) {
            key[source][i] = Chance.numbered(sourceKey[source], number[source] + i);
            play.chance.at(arrivalKey[source], Chance.nth(number[source] + i));
            amount[source][i] = play.chance.exponential();
        }
    }

    /** Schedules the moment at which the expected arrivals that are left will have gone by. */
    private void approach(int source) {
        Door door = doors[source];
        double people = people(source);
        long offset = play.horizon.weekOffset();
        long time = play.now;
        double rest = left[source];
        if (people == 0) {
            return;
        }
        while (time < play.horizon.end()) {
            double rate = people * door.rate(time, offset);
            long change = door.nextChange(time, offset);
            double here = rest / rate; // infinite where the rate is 0
            if (here < change - time) {
                play.schedule(source, time - play.now + (long) (here + 0.5));
                return;
            }
            if (change == Long.MAX_VALUE) {
                return;
            }
            rest -= rate * (change - time);
            time = change;
        }
    }

    /** How many may come at the source's rate: those outside of a closed population, else the world as one. */
    private double people(int source) {
        return doors[source].population == 0 ? 1 : outside[source];
    }

    /** One more person of a closed population is outside: the next arrival comes sooner. */
    private void outsideAgain(int source) {
        left[source] -= gone(source);
        asOf[source] = play.now;
        outside[source]++;
        play.unschedule(source);
        approach(source);
    }

    /** From now on people come at the rates of these doors; what is still to go by goes by at the new rate. */
    void turn(Door[] later) {
        Door[] before = doors;
        for (int source = 0; source < net.sources; source++) {
            if (before[source].between == null) {
                left[source] -= gone(source);
                asOf[source] = play.now;
            }
        }
        doors = later;
        for (int source = 0; source < net.sources; source++) {
            if (before[source].between == null) {
                play.unschedule(source);
                approach(source);
            }
        }
    }

    private double gone(int source) {
        Door door = doors[source];
        long offset = play.horizon.weekOffset();
        double sum = 0;
        for (long time = asOf[source]; time < play.now; ) {
            long until = Math.min(play.now, door.nextChange(time, offset));
            sum += people(source) * door.rate(time, offset) * (until - time);
            time = until;
        }
        return Math.min(sum, left[source]);
    }

    void afterExit(Person p, Compiled.@Nullable Comeback comeback) {
        int source = p.source;
        if (source >= 0 && doors[source].population > 0) {
            outsideAgain(source);
        } else if (comeback != null && returns(p, comeback)) {
            p.state = Person.AWAY;
            p.source = comeback.source();
            stayedAway++;
            play.schedule(p, play.moves.drawn(comeback.after(), p));
            return;
        }
        play.people.remove(p);
    }

    private boolean returns(Person p, Compiled.Comeback comeback) {
        play.chance.at(p.key, comeback.purpose() + Purpose.round(p.round));
        return play.chance.uniform() < comeback.share();
    }

    void comeBack(Person p) {
        p.round = p.round + 1;
        cameBack++;
        open(p, p.source, 1);
    }

    /** People who are away and may come back. */
    long away() {
        return stayedAway - cameBack;
    }
}
