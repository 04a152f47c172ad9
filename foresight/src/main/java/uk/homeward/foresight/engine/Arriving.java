package uk.homeward.foresight.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.network.Standing;

/**
 * How people come: by the sources, back after an exit, or because they stand in the place when the run begins.
 *
 * <p>Arrivals at a changing rate are found by running an exponential amount of expected arrivals down along the rate: the
 * n-th arrival of a source uses the same amount in every scenario.
 */
final class Arriving {

    private static final long STANDING = 1L << 47;

    private static final List<Standing.State> FIRST_INSIDE =
            List.of(Standing.State.IN_STEP, Standing.State.WAITING, Standing.State.ENTERING);

    private final Play play;
    private final Compiled net;
    private final long runKey;
    private final long[] sourceKey;
    private final long[] arrivalKey;
    private final long[] number; // arrivals so far
    private final double[] left; // expected arrivals still to go by
    private final long[] asOf; // when that was worked out
    private final int[] outside; // of a closed population
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
        left = new double[net.sources];
        asOf = new long[net.sources];
        outside = new int[net.sources];
    }

    void begin() {
        List<Standing> all = net.network.standing();
        for (Standing.State state : FIRST_INSIDE) {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).state() == state) {
                    stand(all.get(i), i);
                }
            }
        }
        for (int source = 0; source < net.sources; source++) {
            outside[source] = net.doors[source].population;
            next(source);
        }
    }

    void arrive(int source) {
        Door door = net.doors[source];
        int row = play.people.add();
        play.people.set(row, People.SERIAL, (long) source << 48 | number[source]);
        play.people.set(row, People.KEY, Chance.numbered(sourceKey[source], number[source]));
        play.people.set(row, People.TRAITS, net.packing.draw(door.mix, play.people.time(row, People.KEY), play.chance));
        play.people.put(row, People.ROUND, 0);
        number[source]++;
        outside[source]--;
        next(source);
        open(row, source, 0);
    }

    private void open(int row, int source, int again) {
        People p = play.people;
        p.put(row, People.SOURCE, source);
        begins(row, play.now);
        play.tally.counts[play.at.arrived + source]++;
        if (net.standards > 0) {
            play.clocks.happened(net.moments.opened[source], play, row);
        }
        play.emit(row, EventBatch.OPENED, source, again);
        play.go(row, net.doors[source].first);
    }

    private void begins(int row, long opened) {
        People p = play.people;
        p.put(row, People.STEP, -1);
        p.set(row, People.DELAY, 0);
        p.set(row, People.OPENED, opened);
        if (net.standards > 0) {
            play.clocks.reset(p, row);
        }
        play.periods.begun();
    }

    private void next(int source) {
        Door door = net.doors[source];
        play.chance.at(arrivalKey[source], Chance.nth(number[source]));
        Distribution between = door.between;
        if (between != null) {
            play.schedule(source, Lasts.millis(between.sample(play.chance)));
        } else {
            double expected = play.chance.exponential();
            if (door.evenGap > 0) {
                play.schedule(source, (long) (expected * door.evenGap + 0.5));
            } else {
                left[source] = expected;
                asOf[source] = play.now;
                approach(source);
            }
        }
    }

    /** Schedules the moment at which the expected arrivals that are left will have gone by. */
    private void approach(int source) {
        Door door = net.doors[source];
        double people = door.population == 0 ? 1 : outside[source];
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

    /** One more person of a closed population is outside: the next arrival comes sooner. */
    private void outsideAgain(int source) {
        left[source] -= gone(source);
        asOf[source] = play.now;
        outside[source]++;
        play.unschedule(source);
        approach(source);
    }

    private double gone(int source) {
        Door door = net.doors[source];
        long offset = play.horizon.weekOffset();
        double sum = 0;
        for (long time = asOf[source]; time < play.now; ) {
            long until = Math.min(play.now, door.nextChange(time, offset));
            sum += outside[source] * door.rate(time, offset) * (until - time);
            time = until;
        }
        return Math.min(sum, left[source]);
    }

    void afterExit(int row, Compiled.@Nullable Comeback comeback) {
        People p = play.people;
        int source = p.get(row, People.SOURCE);
        if (source >= 0 && net.doors[source].population > 0) {
            outsideAgain(source);
        } else if (comeback != null && returns(row, comeback)) {
            p.put(row, People.STATE, People.AWAY);
            p.put(row, People.SOURCE, comeback.source());
            stayedAway++;
            play.schedule(row, play.drawn(comeback.after(), row));
            return;
        }
        p.remove(row);
    }

    private boolean returns(int row, Compiled.Comeback comeback) {
        People p = play.people;
        play.chance.at(p.time(row, People.KEY), comeback.purpose() + Purpose.round(p.get(row, People.ROUND)));
        return play.chance.uniform() < comeback.share();
    }

    void comeBack(int row) {
        play.people.put(row, People.ROUND, play.people.get(row, People.ROUND) + 1);
        cameBack++;
        open(row, play.people.get(row, People.SOURCE), 1);
    }

    /** People who are away and may come back. */
    long away() {
        return stayedAway - cameBack;
    }

    private void stand(Standing standing, int index) {
        People p = play.people;
        int step = net.stepNames().indexOf(standing.step());
        int row = p.add();
        p.put(row, People.SOURCE, -1);
        p.set(row, People.SERIAL, STANDING | index);
        p.set(row, People.KEY, Chance.key(Chance.key(runKey, "standing"), index));
        p.put(row, People.ROUND, 0);
        p.set(row, People.TRAITS, net.packing.put(standingTraits(p.time(row, People.KEY)), standing.traits()));
        begins(row, 0);
        p.set(row, People.DELAY, (long) (standing.delayDays() * 86_400_000L));
        long elapsed = Lasts.millis(standing.elapsedHours());
        switch (standing.state()) {
            case ENTERING -> play.go(row, step);
            case WAITING -> play.waitSince(row, step, elapsed);
            case IN_STEP -> play.stand(row, step, elapsed);
        }
    }

    private long standingTraits(long key) {
        double[][] mix = new double[net.network.traits().size()][];
        Arrays.setAll(mix, i -> {
            var values = net.network.traits().get(i).values();
            double[] running = new double[values.size()];
            double sum = 0;
            for (int v = 0; v < running.length; v++) {
                sum += values.get(v).share();
                running[v] = sum;
            }
            return running;
        });
        return net.packing.draw(mix, key, play.chance);
    }
}
