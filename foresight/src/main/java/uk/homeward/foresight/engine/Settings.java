package uk.homeward.foresight.engine;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How a network is played.
 *
 * @param start the first moment, in local time; decides the hour of the week
 * @param warmUpHours statistics count from here
 * @param hours how long the run lasts after its warm-up
 * @param periodEnds ends of reporting periods in hours after the start of the run, warm-up included; may be empty
 * @param replications how many runs
 * @param seed decides all chance
 * @param threads how many runs at once; the result does not depend on it
 */
public record Settings(
        LocalDateTime start,
        double warmUpHours,
        double hours,
        List<Double> periodEnds,
        int replications,
        long seed,
        int threads) {

    public Settings {
        periodEnds = List.copyOf(periodEnds);
        if (!(warmUpHours >= 0) || !(hours > 0) || replications < 1 || threads < 1) {
            throw new IllegalArgumentException("cannot play (" + replications + ") runs of (" + hours
                    + ") hours after (" + warmUpHours + ") on (" + threads
                    + ") threads. Maybe: at least one run of more than 0 hours on one thread");
        }
    }

    /** One thread, from a Monday, without reporting periods. */
    public static Settings of(double warmUpHours, double hours, int replications, long seed) {
        return new Settings(LocalDateTime.of(2024, 1, 1, 0, 0), warmUpHours, hours, List.of(), replications, seed, 1);
    }

    public Settings withThreads(int number) {
        return new Settings(start, warmUpHours, hours, periodEnds, replications, seed, number);
    }

    Horizon horizon() {
        LocalDateTime monday = start.toLocalDate()
                .minusDays(start.getDayOfWeek().getValue() - 1)
                .atStartOfDay();
        return new Horizon(
                Lasts.millis(warmUpHours),
                Lasts.millis(warmUpHours + hours),
                periodEnds.stream().mapToLong(Lasts::millis).toArray(),
                Duration.between(monday, start).truncatedTo(ChronoUnit.MILLIS).toMillis());
    }
}
