package uk.homeward.server.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.foresight.pathway.RateOfDay;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.PlaceKey;

/** Reads the base of scenarios from the live place. */
@Repository
class Bases {

    private static final double LEAST_NEW = 0.1; // of those who came, where more came back than the pathway says

    private final LivePlace live;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;

    Bases(LivePlace live, JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.live = live;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    Base now(Instant now) {
        Pathway pathway = live.pathway();
        LocalDate today = now.atZone(place.zone()).toLocalDate();
        Map<PoolId, Integer> places = new HashMap<>();
        live.inService().forEach((pool, count) -> {
            if (pathway.pools().containsKey(pool) && count >= 1) {
                places.put(pool, (int) Math.round(count));
            }
        });
        Map<RouteId, Double> perDay = new HashMap<>();
        Map<RouteId, Integer> came = live.came(today, ForecastDesk.LATELY);
        Map<RouteId, Double> back = back(pathway, today);
        came.forEach((id, count) -> {
            Route route = pathway.routes().get(id);
            Route.Arrivals pattern = route == null ? null : route.arrivals();
            if (pattern != null && pattern.population() == 0) {
                double fresh = Math.max(LEAST_NEW * count, count - back.getOrDefault(id, 0.0));
                perDay.put(id, fresh * pattern.perDay() / expected(pattern, today));
            }
        });
        return new Base(today, places, perDay);
    }

    private static double expected(Route.Arrivals pattern, LocalDate today) {
        double sum = 0;
        for (int day = 1; day <= ForecastDesk.LATELY; day++) {
            sum += RateOfDay.of(pattern, today.minusDays(day), today).sum();
        }
        return Math.max(1e-9, sum);
    }

    /** How many of those who came are to be expected to have come back, from how many left and the pathway's shares. */
    private Map<RouteId, Double> back(Pathway pathway, LocalDate today) {
        Map<RouteId, Double> back = new HashMap<>();
        jdbc.query(
                "select at, count(*) from journey where place = ? and ended_at >= ? and ended_at < ? group by at",
                row -> {
                    Exit exit = pathway.exits().get(ExitId.of(row.getString(1)));
                    Exit.Returns returns = exit == null ? null : exit.returns();
                    if (returns != null) {
                        back.merge(returns.by(), row.getInt(2) * returns.share(), Double::sum);
                    }
                },
                key.value(),
                midnight(today.minusDays(ForecastDesk.LATELY)),
                midnight(today));
        return back;
    }

    private java.time.OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(place.zone()).toInstant().atOffset(ZoneOffset.UTC);
    }
}
