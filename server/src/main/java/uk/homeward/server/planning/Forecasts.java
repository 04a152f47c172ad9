package uk.homeward.server.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import uk.homeward.foresight.forecast.Forecast;
import uk.homeward.foresight.forecast.Line;
import uk.homeward.foresight.forecast.Quantity;
import uk.homeward.foresight.forecast.Quantity.Kind;
import uk.homeward.foresight.forecast.Score;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.PlaceKey;

/** Keeps forecasts, what came, and scores. */
@Repository
class Forecasts {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;

    Forecasts(JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
    }

    @Transactional
    void keep(Instant madeAt, Forecast forecast, int millis, Map<Quantity, Double> asNow) {
        LocalDateTime last = forecast.lines().getFirst().at().getLast();
        jdbc.update(
                """
                insert into forecast (place, made_at, until, scored_to, runs, people, millis, seed, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                key.value(),
                at(madeAt),
                at(instant(last)),
                at(madeAt),
                forecast.runs(),
                forecast.people(),
                millis,
                forecast.seed(),
                ForecastText.write(forecast, asNow));
    }

    /** The newest forecast. */
    Optional<KeptForecast> findLatest() {
        return jdbc.query("""
                        select number, made_at, millis, content from forecast
                        where place = ? and content is not null order by number desc limit 1
                        """, (row, n) -> read(row), key.value()).stream().findFirst();
    }

    private static KeptForecast read(ResultSet row) throws SQLException {
        String text = row.getString("content");
        return new KeptForecast(
                row.getLong("number"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("millis"),
                ForecastText.forecast(text),
                ForecastText.asNow(text));
    }

    /** Keeps how all stood at a moment, and scores every forecast that told of it. */
    @Transactional
    void seen(Instant moment, Map<Quantity, Double> stands) {
        jdbc.batchUpdate(
                "insert into forecast_seen (place, at, kind, name, value) values (?, ?, ?, ?, ?) on conflict do nothing",
                stands.entrySet(),
                100,
                (statement, entry) -> {
                    statement.setString(1, key.value());
                    statement.setObject(2, at(moment));
                    statement.setString(3, entry.getKey().kind().name());
                    statement.setString(4, entry.getKey().of());
                    statement.setDouble(5, entry.getValue());
                });
        List<KeptForecast> told = jdbc.query("""
                select number, made_at, millis, content from forecast
                where place = ? and content is not null and until >= ? and scored_to < ?
                """, (row, n) -> read(row), key.value(), at(moment), at(moment));
        told.forEach(kept -> score(kept, moment, stands));
        jdbc.update(
                "update forecast set scored_to = ? where place = ? and content is not null and until >= ? and scored_to < ?",
                at(moment),
                key.value(),
                at(moment),
                at(moment));
        jdbc.update(
                "update forecast set content = null where place = ? and content is not null and until < ?",
                key.value(),
                at(moment.minus(java.time.Duration.ofDays(14))));
    }

    private void score(KeptForecast kept, Instant moment, Map<Quantity, Double> stands) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, place.zone());
        List<Object[]> rows = new ArrayList<>();
        for (Line line : kept.forecast().lines()) {
            int i = line.at().indexOf(local);
            Double came = stands.get(line.quantity());
            Double asNow = kept.asNow().get(line.quantity());
            if (i >= 0 && came != null && asNow != null && !Double.isNaN(line.at(i, 50))) {
                Score score = Score.of(line.quantiles().get(i), came);
                long hours = java.time.Duration.between(kept.madeAt(), moment).toHours();
                rows.add(new Object[] {
                    key.value(),
                    kept.number(),
                    line.quantity().kind().name(),
                    line.quantity().of(),
                    (int) (hours / 24) + 1,
                    score.crps(),
                    score.error(),
                    Math.abs(asNow - came),
                    score.inside50() ? 1 : 0,
                    score.inside90() ? 1 : 0
                });
            }
        }
        jdbc.batchUpdate("""
                insert into forecast_score as s (place, forecast, kind, name, day, moments, crps, error, as_now, inside_50, inside_90)
                values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
                on conflict (place, forecast, kind, name, day) do update set moments = s.moments + 1,
                    crps = s.crps + excluded.crps, error = s.error + excluded.error, as_now = s.as_now + excluded.as_now,
                    inside_50 = s.inside_50 + excluded.inside_50, inside_90 = s.inside_90 + excluded.inside_90
                """, rows);
    }

    /**
     * How good forecasts have been.
     *
     * @param moments so many values came
     * @param crps mean
     * @param bias mean of what was forecast in the middle less what came
     * @param asNow mean error of saying "as it is now"
     * @param inside50 share within the quartiles
     * @param inside90 share between the 5th and 95th percentile
     */
    record Scored(
            Quantity quantity,
            int day,
            int moments,
            double crps,
            double bias,
            double asNow,
            double inside50,
            double inside90) {

        /** How much better than "as it is now": 1 is perfect, 0 no better; not a number where nothing changed. */
        double skill() {
            return asNow == 0 ? Double.NaN : 1 - crps / asNow;
        }
    }

    /** Scores of forecasts made since a moment, over all days ahead; {@code day} is 0. */
    List<Scored> scores(Instant since) {
        return scores(since, "0");
    }

    /** The same by day ahead. */
    List<Scored> scoresByDay(Instant since) {
        return scores(since, "s.day");
    }

    private List<Scored> scores(Instant since, String day) {
        return jdbc.query(
                """
                select s.kind, s.name, %s as day, sum(s.moments) as n, sum(s.crps) as crps, sum(s.error) as error,
                    sum(s.as_now) as as_now, sum(s.inside_50) as i50, sum(s.inside_90) as i90
                from forecast_score s join forecast f on f.place = s.place and f.number = s.forecast
                where s.place = ? and f.made_at >= ? group by 1, 2, 3 order by 1, 2, 3
                """.formatted(day),
                (row, n) -> {
                    double of = row.getDouble("n");
                    return new Scored(
                            new Quantity(Kind.valueOf(row.getString("kind")), row.getString("name")),
                            row.getInt("day"),
                            (int) of,
                            row.getDouble("crps") / of,
                            row.getDouble("error") / of,
                            row.getDouble("as_now") / of,
                            row.getDouble("i50") / of,
                            row.getDouble("i90") / of);
                },
                key.value(),
                at(since));
    }

    /** What stood at the moments since then, by quantity and in the order of time. */
    Map<Quantity, TreeMap<LocalDateTime, Double>> seenSince(Instant since) {
        Map<Quantity, TreeMap<LocalDateTime, Double>> seen = new HashMap<>();
        jdbc.query(
                "select at, kind, name, value from forecast_seen where place = ? and at >= ?",
                row -> {
                    Quantity quantity = new Quantity(Kind.valueOf(row.getString("kind")), row.getString("name"));
                    seen.computeIfAbsent(quantity, q -> new TreeMap<>())
                            .put(
                                    LocalDateTime.ofInstant(
                                            row.getObject("at", OffsetDateTime.class)
                                                    .toInstant(),
                                            place.zone()),
                                    row.getDouble("value"));
                },
                key.value(),
                at(since));
        return seen;
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(place.zone()).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
