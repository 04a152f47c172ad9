package uk.homeward.server.planning;

import java.time.Instant;
import java.util.Map;
import uk.homeward.foresight.forecast.Forecast;
import uk.homeward.foresight.forecast.Quantity;

/**
 * A forecast as it was made.
 *
 * @param number counts the place's forecasts
 * @param millis how long it took
 * @param asNow how all stood when it was made; what a forecast must beat
 */
record KeptForecast(long number, Instant madeAt, int millis, Forecast forecast, Map<Quantity, Double> asNow) {

    KeptForecast {
        asNow = Map.copyOf(asNow);
    }
}
