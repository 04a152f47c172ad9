package uk.homeward.server.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.PlaceKey;

/**
 * What really happened, month by month: places taken, counted back from now over the places that were taken and left, and
 * promises kept. Read once a day of the place's time; the first and the running month are there only as far as they go.
 */
@Repository
class RealPast {

    private static final int MONTHS = 12;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private @Nullable LocalDate readOn;
    private Map<String, SortedMap<YearMonth, Double>> known = Map.of();

    RealPast(JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    /** The months of a measure; empty where the past does not tell it. */
    SortedMap<YearMonth, Double> of(Measure measure, Instant now) {
        return all(now).getOrDefault(measure.code(), new TreeMap<>());
    }

    private synchronized Map<String, SortedMap<YearMonth, Double>> all(Instant now) {
        LocalDate today = now.atZone(place.zone()).toLocalDate();
        if (!today.equals(readOn)) {
            Map<String, SortedMap<YearMonth, Double>> read = new HashMap<>();
            taken(today, read);
            met(today, read);
            known = read;
            readOn = today;
        }
        return known;
    }

    private void taken(LocalDate today, Map<String, SortedMap<YearMonth, Double>> read) {
        Map<String, Integer> inUse = new HashMap<>();
        jdbc.query(
                "select pool, sum(occupied) from unit where place = ? group by pool",
                row -> {
                    inUse.put(row.getString(1), row.getInt(2));
                },
                key.value());
        Map<String, Map<LocalDate, Integer>> changes = new HashMap<>();
        jdbc.query(
                """
                with taken as (
                    select e.subject_id as journey, e.occurred_at, e.payload::jsonb ->> 'step' as step, p ->> 'pool' as pool
                    from event e cross join jsonb_array_elements(e.payload::jsonb -> 'places') p
                    where e.place = ? and e.type = 'StepStarted' and e.occurred_at >= ?),
                left_places as (
                    select e.subject_id as journey, e.occurred_at, e.payload::jsonb ->> 'step' as step
                    from event e where e.place = ? and e.type = 'StepLeft' and e.occurred_at >= ?)
                select pool, (occurred_at at time zone ?)::date as day, count(*)::int as change from taken group by 1, 2
                union all
                select s.pool, (l.occurred_at at time zone ?)::date, -count(*)::int
                from left_places l join (select distinct step, pool from taken) s on s.step = l.step group by 1, 2
                """,
                row -> {
                    changes.computeIfAbsent(row.getString(1), p -> new HashMap<>())
                            .merge(row.getObject(2, LocalDate.class), row.getInt(3), Integer::sum);
                },
                key.value(),
                since(today),
                key.value(),
                since(today),
                place.zone().getId(),
                place.zone().getId());
        LocalDate first = firstDay(today);
        inUse.forEach((pool, count) -> back(pool, count, changes.getOrDefault(pool, Map.of()), first, today, read));
    }

    private void back(
            String pool,
            int now,
            Map<LocalDate, Integer> changes,
            LocalDate first,
            LocalDate today,
            Map<String, SortedMap<YearMonth, Double>> read) {
        Map<YearMonth, double[]> sums = new TreeMap<>();
        int level = now - changes.getOrDefault(today, 0);
        for (LocalDate day = today.minusDays(1); !day.isBefore(first); day = day.minusDays(1)) {
            double[] sum = sums.computeIfAbsent(YearMonth.from(day), m -> new double[2]);
            sum[0] += level;
            sum[1]++;
            level -= changes.getOrDefault(day, 0);
        }
        TreeMap<YearMonth, Double> months = new TreeMap<>();
        sums.forEach((month, sum) -> months.put(month, sum[0] / sum[1]));
        read.put(new Measure.Taken(pool).code(), months);
    }

    private LocalDate firstDay(LocalDate today) {
        OffsetDateTime opened = jdbc.queryForObject(
                "select min(opened_at) from journey where place = ? and opened_at >= ?",
                OffsetDateTime.class,
                key.value(),
                since(today));
        return opened == null
                ? today
                : opened.atZoneSameInstant(place.zone()).toLocalDate().plusDays(1);
    }

    private void met(LocalDate today, Map<String, SortedMap<YearMonth, Double>> read) {
        jdbc.query(
                """
                select standard, date_trunc('month', stopped_at at time zone ?)::date, avg(case when met then 1.0 else 0.0 end)
                from clock where place = ? and stopped_at >= ? and met is not null group by 1, 2
                """,
                row -> {
                    read.computeIfAbsent(new Measure.Met(row.getString(1)).code(), m -> new TreeMap<>())
                            .put(YearMonth.from(row.getObject(2, LocalDate.class)), row.getDouble(3));
                },
                place.zone().getId(),
                key.value(),
                since(today));
    }

    private OffsetDateTime since(LocalDate today) {
        return today.minusMonths(MONTHS).atStartOfDay(place.zone()).toInstant().atOffset(ZoneOffset.UTC);
    }
}
