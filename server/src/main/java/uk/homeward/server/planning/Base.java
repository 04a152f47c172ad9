package uk.homeward.server.planning;

import java.time.LocalDate;
import java.util.Map;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;

/**
 * The place as it is now, where it differs from what the pathway's file says: what every scenario stands on.
 *
 * @param day from which scenarios count
 * @param places in service now
 * @param perDay people who come by each route for the first time, as in the last 28 days
 */
record Base(LocalDate day, Map<PoolId, Integer> places, Map<RouteId, Double> perDay) {

    Base {
        places = Map.copyOf(places);
        perDay = Map.copyOf(perDay);
    }
}
