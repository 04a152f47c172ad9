package uk.homeward.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Place;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.Step;

/** The units of pools: who has room. The row of a unit is locked while a place in it is taken, so none is taken twice. */
@Component
class Units {

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Units(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    /** A free place in every pool that the step occupies, near the locality if possible; empty if any pool is full. */
    Optional<List<Place>> findFree(Step step, String locality) {
        List<Place> places = new ArrayList<>();
        for (PoolId pool : step.occupies().keySet()) {
            Optional<Place> free = findFree(pool, locality);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            places.add(free.get());
        }
        return Optional.of(places);
    }

    /** Rather a unit in which nobody else is just taking a place; if there is none, waits for those that are. */
    private Optional<Place> findFree(PoolId pool, String locality) {
        return findFree(pool, locality, "skip locked").or(() -> findFree(pool, locality, ""));
    }

    private Optional<Place> findFree(PoolId pool, String locality, String wait) {
        return jdbc
                .query(
                        """
                        select unit from unit
                        where place = ? and pool = ? and occupied + 1 <= capacity - out_of_service
                        order by (locality = ?) desc, (capacity - out_of_service - occupied) desc, unit
                        limit 1 for update\s""" + wait,
                        (row, n) -> new Place(pool, row.getString(1), null),
                        place.value(),
                        pool.value(),
                        locality)
                .stream()
                .findFirst();
    }

    /** Locks the units of these places and says whether each still has room. */
    boolean hasRoom(List<Place> places) {
        return places.stream()
                .allMatch(p -> jdbc
                        .queryForList(
                                """
                        select occupied + 1 <= capacity - out_of_service from unit
                        where place = ? and pool = ? and unit = ? for update
                        """, Boolean.class, place.value(), p.pool().value(), p.unit())
                        .stream()
                        .anyMatch(Boolean.TRUE::equals));
    }

    /** The subject of what is told about a unit. */
    static Subject subject(PoolId pool, String unit) {
        return Subject.pool(pool.value() + "/" + unit);
    }

    /** Throws if a unit cannot have so much. */
    static void requirePossible(PoolEvent.CapacityConfirmed c) {
        boolean possible = Double.isFinite(c.capacity()) && c.outOfService() >= 0 && c.outOfService() <= c.capacity();
        if (!possible) {
            throw new IllegalArgumentException("a unit of (" + c.capacity() + ") cannot have (" + c.outOfService()
                    + ") out of service. Maybe: neither below 0, and no more out of service than there are");
        }
    }

    /** Holds the unit against others until the transaction ends; returns its version. Throws if there is none. */
    int lock(PoolEvent.CapacityConfirmed c) {
        return jdbc
                .query(
                        "select version from unit where place = ? and pool = ? and unit = ? for update",
                        (row, n) -> row.getInt(1),
                        place.value(),
                        c.pool().value(),
                        c.unit())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no unit (" + c.unit() + ") of (" + c.pool()
                        + "). Maybe: look for its name in the place's pools.csv"));
    }

    /** Writes what was told about a unit. */
    void write(Recorded<PoolEvent> r) {
        switch (r.event()) {
            case PoolEvent.UnitDescribed d ->
                jdbc.update(
                        """
                        insert into unit (place, pool, unit, version, title, locality, organisation, capacity,
                                          out_of_service, occupied, confirmed_at)
                        values (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)
                        on conflict (place, pool, unit) do update set version = excluded.version,
                            title = excluded.title, locality = excluded.locality, organisation = excluded.organisation
                        """,
                        place.value(),
                        d.pool().value(),
                        d.unit(),
                        r.sequence(),
                        d.title(),
                        d.locality(),
                        d.organisation(),
                        Journal.at(r.occurredAt()));
            case PoolEvent.CapacityConfirmed c ->
                jdbc.update(
                        """
                        update unit set version = ?, capacity = ?, out_of_service = ?, confirmed_at = ?
                        where place = ? and pool = ? and unit = ?
                        """,
                        r.sequence(),
                        c.capacity(),
                        c.outOfService(),
                        Journal.at(r.occurredAt()),
                        place.value(),
                        c.pool().value(),
                        c.unit());
        }
    }

    /** Sets each unit's count of occupied places to what the journeys say. */
    void recount() {
        jdbc.update("""
                update unit u set occupied = (select count(*) from occupancy o
                    where o.place = u.place and o.pool = u.pool and o.unit = u.unit)
                where u.place = ?
                """, place.value());
    }
}
