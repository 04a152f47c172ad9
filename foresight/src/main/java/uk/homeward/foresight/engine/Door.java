package uk.homeward.foresight.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Distribution;
import uk.homeward.foresight.network.Arrivals;
import uk.homeward.foresight.network.Source;

/** A source, compiled: the rate at each hour, or the time between arrivals. */
final class Door {

    private static final long HOUR = 3_600_000;

    final int first;
    final double[][] mix;
    final @Nullable Distribution between;
    final int population; // 0 is an open source

    final double evenGap; // milliseconds between arrivals of an open source of one rate; 0 for all others

    private final double perMilli;
    private final double[] week;
    private final double[] days;

    Door(Source source, Names names, TraitPacking packing) {
        first = names.place(source.first());
        mix = packing.mix(source);
        switch (source.arrivals()) {
            case Arrivals.Renewal renewal -> {
                between = renewal.between();
                population = 0;
                perMilli = 0;
                week = new double[0];
                days = new double[0];
            }
            case Arrivals.Poisson poisson -> {
                between = null;
                population = 0;
                perMilli = poisson.perHour() / HOUR;
                week = array(poisson.week());
                days = array(poisson.days());
            }
            case Arrivals.Population people -> {
                between = null;
                population = people.people();
                perMilli = people.perHour() / HOUR;
                week = array(people.week());
                days = new double[0];
            }
        }
        boolean even = week.length == 0 && days.length == 0 && population == 0 && perMilli > 0;
        evenGap = even ? 1 / perMilli : 0;
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(x -> x).toArray();
    }

    /** True if the rate is the same at all times. */
    boolean isEven() {
        return week.length == 0 && days.length == 0;
    }

    /** The rate in people a millisecond at {@code time} after the start, which is {@code weekOffset} after a Monday. */
    double rate(long time, long weekOffset) {
        double rate = perMilli;
        if (week.length > 0) {
            rate *= week[(int) ((time + weekOffset) / HOUR % 168)];
        }
        if (days.length > 0) {
            rate *= days[(int) Math.min(days.length - 1, (time + weekOffset % (24 * HOUR)) / (24 * HOUR))];
        }
        return rate;
    }

    /** The next moment after {@code time} at which the rate may change. */
    long nextChange(long time, long weekOffset) {
        return isEven() ? Long.MAX_VALUE : ((time + weekOffset) / HOUR + 1) * HOUR - weekOffset;
    }
}
