package uk.homeward.server.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.overview.Now.Arrivals;

/** Counts who came today, against as many as 28 earlier days; what is usual is read once in some hours. */
final class Arriving {

    private static final int USUAL_DAYS = 28;
    private static final int HOURS = 24;
    private static final Duration USUAL_HOLDS = Duration.ofHours(6);

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final Pathway pathway;
    private @Nullable Usual usual;

    Arriving(JdbcTemplate jdbc, PlaceKey key, Place place, Pathway pathway) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.pathway = pathway;
    }

    /** Who came today and, by hour, on usual days. */
    record Coming(List<Arrivals> arrivals, List<Integer> byHour, List<Double> usualByHour) {}

    Coming read(LocalDate today, Instant now) {
        Map<String, int[]> came = arrivals(today, today.plusDays(1));
        Usual usual = usual(today, now);
        int hour = now.atZone(place.zone()).getHour();
        double part = now.atZone(place.zone()).getMinute() / 60.0;
        int[] byHour = new int[HOURS];
        List<Arrivals> arrivals = new ArrayList<>();
        for (Route route : pathway.routes().values()) {
            int[] hours = came.getOrDefault(route.id().value(), new int[HOURS]);
            Arrays.setAll(byHour, h -> byHour[h] + hours[h]);
            double[] mean = usual.perHour().getOrDefault(route.id().value(), new double[HOURS]);
            double byNow = Arrays.stream(mean, 0, hour).sum() + part * mean[hour];
            arrivals.add(new Arrivals(
                    route.id().value(), route.title(), Arrays.stream(hours).sum(), byNow));
        }
        double[] usualByHour = new double[HOURS];
        usual.perHour().values().forEach(mean -> Arrays.setAll(usualByHour, h -> usualByHour[h] + mean[h]));
        return new Coming(
                arrivals,
                Arrays.stream(byHour).boxed().toList(),
                Arrays.stream(usualByHour).boxed().toList());
    }

    /** People who came by each way in on earlier days, per hour of the day; good for some hours. */
    private record Usual(LocalDate today, Instant readAt, Map<String, double[]> perHour) {}

    private synchronized Usual usual(LocalDate today, Instant now) {
        Usual known = usual;
        if (known == null
                || !known.today().equals(today)
                || now.isAfter(known.readAt().plus(USUAL_HOLDS))) {
            known = new Usual(today, now, usualOf(today));
            usual = known;
        }
        return known;
    }

    private Map<String, double[]> usualOf(LocalDate today) {
        LocalDate from = today.minusDays(USUAL_DAYS);
        OffsetDateTime first = jdbc.queryForObject(
                "select min(opened_at) from journey where place = ? and opened_at >= ?",
                OffsetDateTime.class,
                key.value(),
                at(from.atStartOfDay(place.zone()).toInstant()));
        LocalDate began =
                first == null ? today : first.atZoneSameInstant(place.zone()).toLocalDate();
        double days = Math.max(1, java.time.temporal.ChronoUnit.DAYS.between(began, today));
        Map<String, double[]> mean = new HashMap<>();
        arrivals(from, today)
                .forEach((route, hours) -> mean.put(
                        route, Arrays.stream(hours).mapToDouble(h -> h / days).toArray()));
        return mean;
    }

    /** People who came from one day to before another, by way in and hour of the day. */
    private Map<String, int[]> arrivals(LocalDate from, LocalDate before) {
        Map<String, int[]> found = new HashMap<>();
        jdbc.query(
                """
                select route, cast(extract(hour from opened_at at time zone ?) as int) as hour, count(*) as people
                from journey where place = ? and opened_at >= ? and opened_at < ? group by 1, 2
                """,
                row -> {
                    found.computeIfAbsent(row.getString("route"), r -> new int[HOURS])[row.getInt("hour")] =
                            row.getInt("people");
                },
                place.zone().getId(),
                key.value(),
                at(from.atStartOfDay(place.zone()).toInstant()),
                at(before.atStartOfDay(place.zone()).toInstant()));
        return found;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
