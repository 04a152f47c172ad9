package uk.homeward.server.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.foresight.forecast.Quantity;
import uk.homeward.foresight.forecast.Quantity.Kind;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StepId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.EventCodec;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;

/** Reads how the place stands, for those who look ahead from it: people with their stay so far, places, recent arrivals. */
@Repository
class LivePlace {

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final Pathway pathway;
    private final EventCodec codec;

    LivePlace(JdbcTemplate jdbc, PlaceKey key, Place place, Pathways pathways, EventCodec codec) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.pathway = pathways.first();
        this.codec = codec;
    }

    Pathway pathway() {
        return pathway;
    }

    /** All who are on a journey along the first pathway, those who have waited longest first. */
    List<Somebody> people() {
        Map<String, Set<String>> taken = new HashMap<>();
        jdbc.query(
                "select journey, pool from occupancy where place = ?",
                row -> {
                    taken.computeIfAbsent(row.getString(1), j -> new HashSet<>())
                            .add(row.getString(2));
                },
                key.value());
        List<Somebody> people = new ArrayList<>();
        jdbc.query(
                """
                select j.id, j.state, j.at, j.route, j.locality, j.since, coalesce(j.ready_since, j.since) as ready, e.payload
                from journey j join event e on e.place = j.place and e.subject_kind = 'JOURNEY' and e.subject_id = j.id
                    and e.sequence = 1
                where j.place = ? and j.pathway = ? and j.ended_at is null
                order by j.since, j.id
                """,
                row -> {
                    JourneyEvent.JourneyOpened opened =
                            (JourneyEvent.JourneyOpened) codec.read("JourneyOpened", row.getString("payload"));
                    people.add(new Somebody(
                            row.getString("id"),
                            row.getString("state"),
                            row.getString("at"),
                            row.getString("route"),
                            row.getString("locality"),
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            row.getObject("ready", OffsetDateTime.class).toInstant(),
                            known(opened.attributes()),
                            taken.getOrDefault(row.getString("id"), Set.of())));
                },
                key.value(),
                pathway.id().value());
        return people.stream().filter(this::stands).toList();
    }

    /** Attributes that the pathway knows, with values that it knows; what is missing is drawn. */
    private Map<String, String> known(Map<String, String> attributes) {
        Map<String, String> known = new HashMap<>(attributes);
        known.entrySet()
                .removeIf(e -> !pathway.attributes()
                        .getOrDefault(e.getKey(), List.of())
                        .contains(e.getValue()));
        return known;
    }

    /** False for somebody whose place the pathway no longer has. */
    private boolean stands(Somebody somebody) {
        return switch (somebody.state()) {
            case "IN_STEP", "WAITING" -> pathway.find(StepId.of(somebody.at())).isPresent();
            case "DECIDING" ->
                pathway.decisions().keySet().stream().anyMatch(d -> d.value().equals(somebody.at()));
            case "REFERRED", "AWAITING_INFORMATION" -> pathway.routes().containsKey(RouteId.of(somebody.route()));
            default -> false;
        };
    }

    /** Places in service by pool, for pools of which the place has units. */
    Map<PoolId, Double> inService() {
        Map<PoolId, Double> places = new HashMap<>();
        jdbc.query(
                "select pool, sum(capacity - out_of_service) from unit where place = ? group by pool",
                row -> {
                    places.put(PoolId.of(row.getString(1)), row.getDouble(2));
                },
                key.value());
        return places;
    }

    /** People who came by each route on the {@code days} whole days before {@code today}. */
    Map<RouteId, Integer> came(LocalDate today, int days) {
        Map<RouteId, Integer> came = new HashMap<>();
        jdbc.query(
                "select route, count(*) from journey where place = ? and opened_at >= ? and opened_at < ? group by route",
                row -> {
                    came.put(RouteId.of(row.getString(1)), row.getInt(2));
                },
                key.value(),
                midnight(today.minusDays(days)),
                midnight(today));
        return came;
    }

    /** How pools stand now, and, for {@code day}, which share of each standard's clocks stopped within its limit. */
    Map<Quantity, Double> stands(LocalDate day) {
        Map<Quantity, Double> stands = new HashMap<>();
        jdbc.query(
                "select pool, sum(occupied) from unit where place = ? group by pool",
                row -> {
                    stands.put(new Quantity(Kind.TAKEN, row.getString(1)), row.getDouble(2));
                },
                key.value());
        pathway.pools().keySet().forEach(p -> stands.put(new Quantity(Kind.WAITING, p.value()), 0.0));
        jdbc.query(
                "select at, count(*) from journey where place = ? and ended_at is null and state = 'WAITING' group by at",
                row -> {
                    double waiting = row.getDouble(2);
                    pathway.find(StepId.of(row.getString(1)))
                            .ifPresent(step -> step.occupies()
                                    .keySet()
                                    .forEach(pool -> stands.merge(
                                            new Quantity(Kind.WAITING, pool.value()), waiting, Double::sum)));
                },
                key.value());
        jdbc.query(
                """
                select standard, avg(case when met then 1.0 else 0.0 end) from clock
                where place = ? and stopped_at >= ? and stopped_at < ? and met is not null group by standard
                """,
                row -> {
                    stands.put(new Quantity(Kind.MET, row.getString(1)), row.getDouble(2));
                },
                key.value(),
                midnight(day),
                midnight(day.plusDays(1)));
        return stands;
    }

    private OffsetDateTime midnight(LocalDate day) {
        Instant at = day.atStartOfDay(place.zone()).toInstant();
        return at.atOffset(ZoneOffset.UTC);
    }
}
