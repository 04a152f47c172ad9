package uk.homeward.foresight.forecast;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.foresight.pathway.RateOfDay;
import uk.homeward.journey.pathway.Exit;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.pathway.RouteId;

/** A pathway as a place has it now: its own places in service, and as many people coming as came lately. */
public final class Present {

    private final Pathway pathway;
    private final LocalDate today;

    /** {@code today} is the day on which the forecast begins. */
    public Present(Pathway pathway, LocalDate today) {
        this.pathway = pathway;
        this.today = today;
    }

    /**
     * The pathway of the next days.
     *
     * @param inService places in service by pool; a pool that is not named keeps what the pathway says
     * @param came people who came by each route on the {@code days} days before today, those who came back included (so
     *     nobody comes back besides)
     */
    public Pathway of(Map<PoolId, Double> inService, Map<RouteId, Integer> came, int days) {
        Map<PoolId, Pool> pools = new LinkedHashMap<>();
        pathway.pools()
                .forEach((id, pool) ->
                        pools.put(id, inService.containsKey(id) ? pool(pool, inService.getOrDefault(id, 0.0)) : pool));
        Map<RouteId, Route> routes = new LinkedHashMap<>();
        pathway.routes().forEach((id, route) -> routes.put(id, route(route, came.getOrDefault(id, 0), days)));
        Map<ExitId, Exit> exits = new LinkedHashMap<>();
        pathway.exits().forEach((id, exit) -> exits.put(id, new Exit(id, exit.title(), exit.outcome(), null)));
        return new Pathway(
                pathway.id(),
                pathway.title(),
                pathway.version(),
                pathway.sources(),
                pathway.attributes(),
                routes,
                pathway.steps(),
                pathway.decisions(),
                exits,
                pools,
                pathway.standards(),
                pathway.followUps());
    }

    /** What is in service holds all day; changes that the pathway plans for later days still come. */
    private Pool pool(Pool pool, double inService) {
        return new Pool(
                pool.id(),
                pool.title(),
                pool.kind(),
                inService,
                List.of(),
                List.of(),
                pool.changes().stream().filter(c -> c.from().isAfter(today)).toList(),
                0,
                pool.costPerDay());
    }

    private Route route(Route route, int came, int days) {
        Route.Arrivals pattern = route.arrivals() == null ? even() : route.arrivals();
        double expected = 0;
        for (int day = 1; day <= days; day++) {
            expected += RateOfDay.of(pattern, today.minusDays(day), today).sum();
        }
        double perDay = expected == 0 ? 0 : pattern.perDay() * came / expected;
        return new Route(
                route.id(),
                route.title(),
                route.who(),
                route.acceptance(),
                route.acceptedAfter(),
                route.declined(),
                route.to(),
                new Route.Arrivals(
                        perDay,
                        pattern.byHour(),
                        pattern.byWeekday(),
                        pattern.byMonth(),
                        pattern.growthPerYear(),
                        pattern.sources(),
                        pattern.attributes(),
                        0));
    }

    private static Route.Arrivals even() {
        return new Route.Arrivals(1, List.of(), List.of(), List.of(), 0, Map.of(), Map.of(), 0);
    }
}
