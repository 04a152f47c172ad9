package uk.homeward.server.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Pool;
import uk.homeward.journey.pathway.Standard;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Units;
import uk.homeward.server.overview.Now.Held;
import uk.homeward.server.overview.Now.Promise;
import uk.homeward.server.overview.Now.Room;
import uk.homeward.server.overview.Now.Stop;
import uk.homeward.server.overview.Now.Wait;

/** Reads how the place is doing now, from the projections; each figure is one statement over an index. */
@Repository
class NowReader {

    private static final int WAITS = 10;

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final Pathway pathway;
    private final Arriving arriving;

    NowReader(JdbcTemplate jdbc, PlaceKey key, Place place, Pathways pathways) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.pathway = pathways.first();
        this.arriving = new Arriving(jdbc, key, place, pathway);
    }

    Now read(Instant now) {
        ZoneId zone = place.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant midnight = today.atStartOfDay(zone).toInstant();
        Arriving.Coming coming = arriving.read(today, now);
        List<Stop> stops = stops(now);
        List<Room> rooms = rooms(stops);
        return new Now(
                coming.arrivals(),
                coming.byHour(),
                coming.usualByHour(),
                stops,
                promises(midnight, now),
                waits(),
                held(),
                rooms,
                Pinch.of(rooms, now));
    }

    private List<Stop> stops(Instant now) {
        Map<String, Stop> found = new HashMap<>();
        jdbc.query(
                """
                select at, count(*) filter (where state <> 'WAITING') as there,
                    count(*) filter (where state = 'WAITING') as waiting,
                    count(*) filter (where due_at < ?) as late,
                    min(since) filter (where state = 'WAITING') as longest
                from journey where place = ? and ended_at is null group by at
                """,
                row -> {
                    found.put(
                            row.getString("at"),
                            new Stop(
                                    row.getString("at"),
                                    "",
                                    row.getInt("there"),
                                    row.getInt("waiting"),
                                    row.getInt("late"),
                                    orNull(row, "longest")));
                },
                at(now),
                key.value());
        List<Stop> stops = new ArrayList<>();
        stops.add(titled(found, "referral", "Referrals to accept"));
        for (Step step : pathway.steps().values()) {
            stops.add(titled(found, step.id().value(), step.title()));
        }
        for (Decision decision : pathway.decisions().values()) {
            stops.add(titled(found, decision.id().value(), decision.title()));
        }
        return stops;
    }

    private static Stop titled(Map<String, Stop> found, String name, String title) {
        Stop stop = found.getOrDefault(name, new Stop(name, "", 0, 0, 0, null));
        return new Stop(name, title, stop.there(), stop.waiting(), stop.late(), stop.longestSince());
    }

    private List<Promise> promises(Instant midnight, Instant now) {
        Map<String, int[]> counts = new HashMap<>();
        jdbc.query(
                "select standard, count(*) as ended, count(*) filter (where met) as met from clock"
                        + " where place = ? and stopped_at >= ? group by standard",
                row -> {
                    counts.computeIfAbsent(row.getString(1), s -> new int[4])[0] = row.getInt(2);
                    counts.get(row.getString(1))[1] = row.getInt(3);
                },
                key.value(),
                at(midnight));
        jdbc.query(
                "select standard, count(*) as running, count(*) filter (where deadline < ?) as late from clock"
                        + " where place = ? and stopped_at is null group by standard",
                row -> {
                    counts.computeIfAbsent(row.getString(1), s -> new int[4])[2] = row.getInt(2);
                    counts.get(row.getString(1))[3] = row.getInt(3);
                },
                at(now),
                key.value());
        List<Promise> promises = new ArrayList<>();
        for (Standard s : pathway.standards().values()) {
            int[] c = counts.getOrDefault(s.id().value(), new int[4]);
            promises.add(new Promise(s.id().value(), s.title(), c[1], c[0], c[2], c[3], s.target()));
        }
        return promises;
    }

    private List<Wait> waits() {
        return jdbc.query(
                "select id, at, locality, since, delay_cause from journey"
                        + " where place = ? and ended_at is null and state = 'WAITING' order by since limit " + WAITS,
                (row, n) -> new Wait(
                        row.getString("id"),
                        uk.homeward.server.person.Where.title(pathway, row.getString("at")),
                        locality(row.getString("locality")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        cause(row.getString("delay_cause"))),
                key.value());
    }

    private List<Held> held() {
        return jdbc.query(
                """
                select delay_cause, coalesce(delay_owner, '') as owner, count(*) as people, min(ready_since) as longest
                from journey where place = ? and ended_at is null and ready_since is not null
                group by 1, 2 order by people desc, 1
                """,
                (row, n) -> new Held(
                        cause(row.getString("delay_cause")),
                        owner(row.getString("delay_cause"), row.getString("owner")),
                        row.getInt("people"),
                        row.getObject("longest", OffsetDateTime.class).toInstant()),
                key.value());
    }

    private List<Room> rooms(List<Stop> stops) {
        Map<String, int[]> units = new HashMap<>();
        jdbc.query(
                "select u.pool, sum(u.capacity - u.out_of_service), sum(u.out_of_service), sum(" + Units.KNOWN
                        + ") from unit u" + " where u.place = ? group by u.pool",
                row -> {
                    units.put(row.getString(1), new int[] {
                        (int) Math.round(row.getDouble(2)), (int) Math.round(row.getDouble(3)), row.getInt(4)
                    });
                },
                key.value());
        List<Room> rooms = new ArrayList<>();
        for (Pool pool : pathway.pools().values()) {
            int[] u = units.getOrDefault(pool.id().value(), new int[3]);
            List<Stop> wanted = stops.stream()
                    .filter(s -> pathway.steps().values().stream()
                            .anyMatch(step -> step.id().value().equals(s.name())
                                    && step.occupies().containsKey(pool.id())))
                    .toList();
            rooms.add(new Room(
                    pool.id().value(),
                    pool.title(),
                    u[0],
                    u[1],
                    u[2],
                    wanted.stream().mapToInt(Stop::waiting).sum(),
                    wanted.stream()
                            .map(Stop::longestSince)
                            .filter(java.util.Objects::nonNull)
                            .min(java.util.Comparator.naturalOrder())
                            .orElse(null)));
        }
        return rooms;
    }

    private String locality(String id) {
        return id.isEmpty() || !place.localities().has(LocalityId.of(id))
                ? ""
                : place.localities().get(LocalityId.of(id)).title();
    }

    private String cause(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return "";
        }
        return place.delayCauses()
                .find(CauseId.of(id))
                .map(c -> c.title())
                .orElse(uk.homeward.server.person.Plain.title(id));
    }

    /** Who was named to act; else who usually acts on such a cause. */
    private String owner(@Nullable String cause, String named) {
        if (!named.isEmpty() || cause == null || cause.isEmpty()) {
            return uk.homeward.server.person.Plain.title(named);
        }
        return place.delayCauses()
                .find(CauseId.of(cause))
                .map(c -> uk.homeward.server.person.Plain.capital(c.actor()))
                .orElse("");
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
