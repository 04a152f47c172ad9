package uk.homeward.server.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.forecast.Forecast;
import uk.homeward.foresight.forecast.Forecasting;
import uk.homeward.foresight.forecast.Present;
import uk.homeward.foresight.forecast.Quantity;
import uk.homeward.foresight.network.Standing;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;

/** Makes forecasts from the place as it stands, and looks what came of them. */
@Component
class ForecastDesk {

    static final int DAYS = 10;
    static final int RUNS = 200;
    /** So many days tell how many people come. */
    static final int LATELY = 28;

    private final LivePlace live;
    private final Forecasts forecasts;
    private final Place place;
    private volatile @Nullable Latest latest;

    ForecastDesk(LivePlace live, Forecasts forecasts, Place place) {
        this.live = live;
        this.forecasts = forecasts;
        this.place = place;
    }

    /** The newest forecast and who could move first when it was made. */
    record Latest(KeptForecast kept, List<Mover> movers) {
        Latest {
            movers = List.copyOf(movers);
        }
    }

    /** The newest forecast; null if there is none yet. After a restart nobody is listed who could move. */
    @Nullable
    Latest latest() {
        Latest known = latest;
        if (known == null) {
            known = forecasts.findLatest().map(f -> new Latest(f, List.of())).orElse(null);
            latest = known;
        }
        return known;
    }

    /** Forecasts by itself, on one thread. */
    boolean forecast(Instant now, Listener listener) {
        return forecast(now, 1, listener);
    }

    /** Forecasts because somebody asked and waits: on all cores. */
    boolean forecastAtOnce(Instant now) {
        return forecast(now, Runtime.getRuntime().availableProcessors(), Listener.NONE);
    }

    /** Forecasts and keeps it; false where nobody is there and nobody came lately, so that nothing can be said. */
    private synchronized boolean forecast(Instant now, int threads, Listener listener) {
        LocalDateTime local = LocalDateTime.ofInstant(now, place.zone());
        LocalDate today = local.toLocalDate();
        List<Somebody> people = live.people();
        Map<RouteId, Integer> came = live.came(today, LATELY);
        if (people.isEmpty() && came.isEmpty()) {
            return false;
        }
        Map<Quantity, Double> asNow = live.stands(today.minusDays(1));
        Pathway present = new Present(live.pathway(), today).of(live.inService(), came, LATELY);
        List<Standing> standing =
                people.stream().map(p -> p.standing(present, now)).toList();
        long started = System.nanoTime();
        long seed = now.getEpochSecond();
        Forecast made = Forecasting.of(present, local, standing, DAYS, RUNS, seed, threads, listener);
        int millis = (int) ((System.nanoTime() - started) / 1_000_000);
        forecasts.keep(now, made, millis, asNow);
        forecasts.findLatest().ifPresent(kept -> latest = new Latest(kept, new Movers(present, now).of(people)));
        return true;
    }

    /** Keeps how all stands at a moment of forecasts, and scores those that told of it. */
    void look(LocalDateTime moment) {
        LocalDate endedDay = moment.minusHours(1).toLocalDate();
        Map<Quantity, Double> stands = live.stands(endedDay);
        if (moment.getHour() != 0) {
            stands.keySet().removeIf(q -> q.kind() == Quantity.Kind.MET); // told for whole days only
        }
        forecasts.seen(moment.atZone(place.zone()).toInstant(), stands);
    }
}
