package uk.homeward.foresight.network;

import java.util.List;
import uk.homeward.foresight.chance.Distribution;

/** When people come. */
public sealed interface Arrivals {

    /**
     * A Poisson process whose rate may change: {@code perHour} times the factor of the hour of the week, times the
     * factor of the day of the run.
     *
     * @param week 168 factors from Monday 00:00, or none
     * @param days a factor for each day of the run (season, trend, steps), or none; the last one holds on
     */
    record Poisson(double perHour, List<Double> week, List<Double> days) implements Arrivals {

        public Poisson {
            week = List.copyOf(week);
            days = List.copyOf(days);
            if (!(perHour >= 0) || Double.isInfinite(perHour)) {
                throw new IllegalArgumentException(
                        "an arrival rate must be 0 or more (" + perHour + "). Maybe: check its sign");
            }
        }

        public static Poisson of(double perHour) {
            return new Poisson(perHour, List.of(), List.of());
        }
    }

    /**
     * A closed population: each of the {@code people} who is not on a journey sets out at {@code perHour}, with the
     * pattern of the week; who has left may come again.
     */
    record Population(int people, double perHour, List<Double> week) implements Arrivals {

        public Population {
            week = List.copyOf(week);
            if (people < 1 || !(perHour >= 0) || Double.isInfinite(perHour)) {
                throw new IllegalArgumentException("a population of (" + people + ") who set out at (" + perHour
                        + ") an hour. Maybe: at least one person, and a rate of 0 or more");
            }
        }
    }

    /** The times between arrivals are independent draws, in hours. */
    record Renewal(Distribution between) implements Arrivals {

        public Renewal {
            if (!(between.mean() > 0)) {
                throw new IllegalArgumentException("the time between arrivals has the mean (" + between.mean()
                        + "). Maybe: give a distribution above 0");
            }
        }
    }
}
