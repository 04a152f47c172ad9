package uk.homeward.server.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.capacity.Freshness;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PoolGroup;
import uk.homeward.journey.place.PoolGroupId;
import uk.homeward.journey.place.PoolKind;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;
import uk.homeward.server.capacity.UnitsNow.UnitLine;
import uk.homeward.server.planning.RunningOut;
import uk.homeward.server.time.PlaceTime;

/** The capacity of the place on one page: each pool in a line with its forecast, and the units that were asked for. */
@Component
public class CapacityBoard {

    static final int PAGE = 50;

    private final UnitsNow units;
    private final RunningOut forecast;
    private final Place place;
    private final PlaceTime time;

    CapacityBoard(UnitsNow units, RunningOut forecast, Place place, PlaceTime time) {
        this.units = units;
        this.forecast = forecast;
        this.place = place;
        this.time = time;
    }

    /**
     * The board.
     *
     * @param units those of the asked page
     * @param found how many units fit in all
     * @param foresees true for whoever may see forecasts
     * @param forecastAt when the forecast beside the pools was made; empty while there is none
     */
    public record View(
            List<PoolLine> pools,
            List<UnitLine> units,
            int found,
            boolean foresees,
            Optional<Instant> forecastAt,
            List<LocalDate> days) {
        public View {
            pools = List.copyOf(pools);
            units = List.copyOf(units);
            days = List.copyOf(days);
        }

        public int pages() {
            return Math.max(1, (found + PAGE - 1) / PAGE);
        }
    }

    /**
     * A pool: the sum of its units.
     *
     * @param word what one of it is, such as "bed"
     * @param old units whose figures nobody confirmed within half a day
     * @param chances of running out, day by day; empty where nothing is forecast of it
     */
    public record PoolLine(
            String id,
            String title,
            String word,
            int units,
            double capacity,
            double outOfService,
            double taken,
            double held,
            double free,
            int old,
            List<Double> chances) {
        public PoolLine {
            chances = List.copyOf(chances);
        }

        public double inUse() {
            double usable = capacity - outOfService;
            return usable <= 0 ? 1 : Math.min(9.99, (taken + held) / usable);
        }

        /** The greatest chance of running out within so many days; not a number where nothing is forecast. */
        public double chance(int within) {
            return greatest(chances, within);
        }
    }

    /**
     * What the newest forecast says of one pool.
     *
     * @param foresees true for whoever may see forecasts
     * @param chances of running out, one for each day; none where nothing is forecast of this pool
     */
    public record Ahead(boolean foresees, Optional<Instant> madeAt, List<LocalDate> days, List<Double> chances) {
        public Ahead {
            days = List.copyOf(days);
            chances = List.copyOf(chances);
        }

        /** The greatest chance within so many days; not a number where nothing is forecast. */
        public double chance(int within) {
            return greatest(chances, within);
        }
    }

    private static double greatest(List<Double> chances, int within) {
        return chances.stream().limit(within).mapToDouble(c -> c).max().orElse(Double.NaN);
    }

    /** The forecast of a pool, for whoever may foresee. */
    Ahead ahead(String pool, User user) {
        return told(user)
                .map(t -> new Ahead(
                        true, Optional.of(t.madeAt()), t.days(), t.chances().getOrDefault(pool, List.of())))
                .orElse(new Ahead(user.may(Permission.FORESEE), Optional.empty(), List.of(), List.of()));
    }

    private Optional<RunningOut.Told> told(User user) {
        return user.may(Permission.FORESEE) ? forecast.findLatest() : Optional.empty();
    }

    /** Somebody who gives places sees their own organisation's units only; everybody else sees all. */
    List<UnitLine> seen(User user) {
        return user.role() == Role.PROVIDER ? units.ofOrganisation(user.organisation()) : units.list();
    }

    View view(BoardAsked asked, User user) {
        Instant now = time.instant();
        List<UnitLine> all = seen(user);
        List<UnitLine> fitting = all.stream().filter(u -> asked.fits(u, now)).toList();
        int from = Math.min((asked.page() - 1) * PAGE, fitting.size());
        Optional<RunningOut.Told> told = told(user);
        return new View(
                pools(all, told.map(RunningOut.Told::chances).orElse(Map.of()), now),
                fitting.subList(from, Math.min(from + PAGE, fitting.size())),
                fitting.size(),
                user.may(Permission.FORESEE),
                told.map(RunningOut.Told::madeAt),
                told.map(RunningOut.Told::days).orElse(List.of()));
    }

    List<UnitLine> all(BoardAsked asked, User user) {
        Instant now = time.instant();
        return seen(user).stream().filter(u -> asked.fits(u, now)).toList();
    }

    private List<PoolLine> pools(List<UnitLine> units, Map<String, List<Double>> chances, Instant now) {
        Map<String, List<UnitLine>> byPool = new LinkedHashMap<>();
        place.poolGroups().list().forEach(g -> byPool.put(g.id().value(), new ArrayList<>()));
        units.forEach(
                u -> byPool.computeIfAbsent(u.pool(), p -> new ArrayList<>()).add(u));
        byPool.values().removeIf(List::isEmpty);
        return byPool.entrySet().stream()
                .map(e -> pool(e.getKey(), e.getValue(), chances.getOrDefault(e.getKey(), List.of()), now))
                .toList();
    }

    private PoolLine pool(String id, List<UnitLine> units, List<Double> chances, Instant now) {
        double[] sums = new double[5];
        int old = 0;
        for (UnitLine unit : units) {
            sums[0] += unit.room().capacity();
            sums[1] += unit.room().outOfService() + unit.room().cleaning();
            sums[2] += unit.room().taken();
            sums[3] += unit.room().held();
            sums[4] += unit.room().free();
            old += unit.room().freshness(now) == Freshness.FRESH ? 0 : 1;
        }
        return new PoolLine(
                id, title(id), word(id), units.size(), sums[0], sums[1], sums[2], sums[3], sums[4], old, chances);
    }

    String title(String pool) {
        return group(pool).map(PoolGroup::title).orElse(pool);
    }

    String word(String pool) {
        return group(pool).map(PoolGroup::unit).orElse("place");
    }

    PoolKind kind(String pool) {
        return group(pool).map(PoolGroup::kind).orElse(PoolKind.BEDS);
    }

    private Optional<PoolGroup> group(String pool) {
        return place.poolGroups().find(PoolGroupId.of(pool));
    }

    String locality(String id) {
        return id.isEmpty()
                ? "Whole place"
                : place.localities().find(LocalityId.of(id)).map(l -> l.title()).orElse(id);
    }
}
