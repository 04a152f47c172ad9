package uk.homeward.foresight.pathway;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.pathway.Player.Arrival;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;

/** Who comes by a pathway's routes, day by day: a day's arrivals depend on the seed and the day alone. */
final class Comers {

    private final Pathway pathway;
    private final long seed;
    private final LocalDate origin;

    /** @param origin the day on which the pathway's daily rates hold */
    Comers(Pathway pathway, long seed, LocalDate origin) {
        this.pathway = pathway;
        this.seed = Chance.key(seed, "arrivals");
        this.origin = origin;
    }

    /** Those who come on a day, in the order of time; of all only a share, who do not depend on how large the share is. */
    List<Arrival> on(LocalDate day, double share) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            Route.Arrivals pattern = route.arrivals();
            if (pattern != null) {
                long key = Chance.key(Chance.key(seed, route.id().value()), day.toEpochDay());
                by(route, RateOfDay.of(pattern, day, origin), day, key, share, arrivals);
            }
        }
        arrivals.sort(Comparator.comparing(Arrival::at));
        return arrivals;
    }

    private static void by(Route route, RateOfDay rate, LocalDate day, long key, double share, List<Arrival> arrivals) {
        Chance chance = new Chance(key);
        int number = 0;
        double expected = chance.exponential();
        for (int hour = 0; hour < 24; hour++) {
            double from = 0; // within the hour
            while (expected < rate.perHour(hour) * (1 - from)) {
                from += expected / rate.perHour(hour);
                LocalDateTime at = day.atTime(hour, 0).plusNanos((long) (from * 3.6e12));
                if (share == 1 || new Chance(Chance.key(key, number)).uniform() < share) {
                    arrivals.add(new Arrival(at, route.id(), number));
                }
                number++;
                expected = chance.exponential();
            }
            expected -= rate.perHour(hour) * (1 - from);
        }
    }
}
