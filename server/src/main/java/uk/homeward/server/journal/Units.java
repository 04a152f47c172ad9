package uk.homeward.server.journal;

import java.time.Instant;
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

/** The units of pools: who has room. The row of a unit is locked while a place in it is taken, so none is taken twice. */
@Component
public class Units {

    /**
     * People in {@code unit u} whom Homeward knows: those whose journey is there, or those whom the hospital's messages have
     * in a bed there. Mostly they are the same people, so the larger count stands.
     */
    public static final String KNOWN = """
        greatest(u.occupied, (select count(*) from spell b where b.place = u.place and b.ward = u.unit
            and b.discharged_at is null and b.state = 'ADMITTED'))\
        """;

    /** What is taken in {@code unit u}, by those and by others; what its beds say stands where that is more. */
    public static final String TAKEN = "greatest(" + KNOWN + " + u.elsewhere, u.spots_taken)";

    /** What somebody new can have in {@code unit u}; its one parameter is the moment. */
    public static final String FREE = """
        u.capacity - greatest(u.out_of_service, u.spots_out) - u.spots_cleaning - %s
        - coalesce((select sum(h.amount) from hold h where h.place = u.place and h.pool = u.pool and h.unit = u.unit
            and h.keeps_until > '-infinity' and h.keeps_until > ?), 0)\
        """.formatted(TAKEN);

    /** True where somebody lies in {@code spot s} of a unit. */
    public static final String BED_TAKEN = Spots.TAKEN;

    static final String PLACE_DATA = "system:place-data";

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final Spots spots;

    Units(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
        this.spots = new Spots(jdbc, place);
    }

    /** Rather a unit in which nobody else is just taking a place; if there is none, waits for those that are. */
    Optional<Place> findFree(PoolId pool, String locality, Instant now) {
        return findFree(pool, locality, now, "skip locked").or(() -> findFree(pool, locality, now, ""));
    }

    private Optional<Place> findFree(PoolId pool, String locality, Instant now, String wait) {
        List<String> units = jdbc.queryForList(
                "select u.unit from unit u where u.place = ? and u.pool = ? and " + FREE + " >= 1"
                        + " order by (u.locality = ?) desc, u.capacity - u.out_of_service - u.occupied desc, u.unit"
                        + " limit 1 for update " + wait,
                String.class,
                place.value(),
                pool.value(),
                Journal.at(now),
                locality);
        // The lock may have waited for somebody who took the last place: what is free is asked again under it.
        return units.stream()
                .filter(unit -> free(pool, unit, now).orElse(0.0) >= 1)
                .map(unit -> new Place(
                        pool, unit, spots.findFree(pool.value(), unit, now).orElse(null)))
                .findFirst();
    }

    /** Locks the unit of this place; the place if it can be had, with a bed where the unit names beds. */
    Optional<Place> ifFree(Place wanted, Instant now) {
        String pool = wanted.pool().value();
        String bed = wanted.spot();
        if (lockedFree(wanted.pool(), wanted.unit(), now).orElse(0.0) < 1) {
            return Optional.empty();
        }
        if (bed == null) {
            return Optional.of(new Place(
                    wanted.pool(),
                    wanted.unit(),
                    spots.findFree(pool, wanted.unit(), now).orElse(null)));
        }
        return spots.whyNot(pool, wanted.unit(), bed, now).isEmpty() ? Optional.of(wanted) : Optional.empty();
    }

    /** Locks a unit until the transaction ends, then says what somebody new can have in it; empty if there is no such unit. */
    Optional<Double> lockedFree(PoolId pool, String unit, Instant now) {
        List<Integer> locked = jdbc.queryForList(
                "select version from unit where place = ? and pool = ? and unit = ? for update",
                Integer.class,
                place.value(),
                pool.value(),
                unit);
        return locked.isEmpty() ? Optional.empty() : free(pool, unit, now);
    }

    /** Its own statement, so that under a lock it sees what was committed while the lock was waited for. */
    private Optional<Double> free(PoolId pool, String unit, Instant now) {
        return jdbc
                .queryForList(
                        "select " + FREE + " from unit u where u.place = ? and u.pool = ? and u.unit = ?",
                        Double.class,
                        Journal.at(now),
                        place.value(),
                        pool.value(),
                        unit)
                .stream()
                .findFirst();
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
    int lock(PoolEvent c) {
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
            case PoolEvent.UnitDescribed d -> described(r, d);
            case PoolEvent.CapacityConfirmed c -> {
                set(r, "capacity = ?, out_of_service = ?", c.capacity(), c.outOfService());
                confirmed(r);
            }
            case PoolEvent.NothingChanged n -> confirmed(r);
            case PoolEvent.TakenElsewhere t -> {
                set(r, "elsewhere = ?", t.places());
                confirmed(r);
            }
            case PoolEvent.SpotsNamed s -> {
                spots.name(r, s);
                count(r);
            }
            case PoolEvent.SpotChanged s -> {
                spots.change(r, s);
                count(r);
                confirmed(r);
            }
            case PoolEvent.HoursOffered h -> {
                offered(h);
                confirmed(r);
            }
            case PoolEvent.PlacedOutOfArea p -> placedOutOfArea(r, p);
            case PoolEvent.OutOfAreaEnded e -> outOfAreaEnded(r, e);
        }
    }

    private void described(Recorded<PoolEvent> r, PoolEvent.UnitDescribed d) {
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
    }

    /** What the place's data says is nobody's word. */
    private void confirmed(Recorded<PoolEvent> r) {
        set(
                r,
                "confirmed_at = ?, confirmed_by = ?",
                Journal.at(r.occurredAt()),
                r.by().user().equals(PLACE_DATA) ? "" : r.by().name());
    }

    private void count(Recorded<PoolEvent> r) {
        set(
                r,
                spots.counts(),
                place.value(),
                r.event().pool().value(),
                r.event().unit());
    }

    private void set(Recorded<PoolEvent> r, String what, Object... values) {
        List<Object> all = new ArrayList<>(List.of(r.sequence()));
        all.addAll(List.of(values));
        all.addAll(List.of(place.value(), r.event().pool().value(), r.event().unit()));
        jdbc.update(
                "update unit set version = ?, " + what + " where place = ? and pool = ? and unit = ?", all.toArray());
    }

    private void told(Recorded<PoolEvent> r) {
        jdbc.update(
                "update unit set version = ? where place = ? and pool = ? and unit = ?",
                r.sequence(),
                place.value(),
                r.event().pool().value(),
                r.event().unit());
    }

    private void offered(PoolEvent.HoursOffered h) {
        jdbc.update(
                "delete from offered_hours where place = ? and pool = ? and unit = ?",
                place.value(),
                h.pool().value(),
                h.unit());
        h.offers()
                .forEach(o -> jdbc.update(
                        """
                        insert into offered_hours (place, pool, unit, area, part, skill, hours)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (place, pool, unit, area, part, skill) do update set hours = excluded.hours
                        """,
                        place.value(),
                        h.pool().value(),
                        h.unit(),
                        o.slot().area(),
                        o.slot().part().name(),
                        o.slot().skill(),
                        o.hours()));
    }

    private void placedOutOfArea(Recorded<PoolEvent> r, PoolEvent.PlacedOutOfArea p) {
        told(r);
        jdbc.update(
                """
                insert into out_of_area (place, pool, unit, placement, person, elsewhere, kilometres, reason, since)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (place, pool, unit, placement) do nothing
                """,
                place.value(),
                p.pool().value(),
                p.unit(),
                p.placement(),
                p.person(),
                p.where(),
                p.kilometres(),
                p.reason(),
                Journal.at(r.occurredAt()));
    }

    private void outOfAreaEnded(Recorded<PoolEvent> r, PoolEvent.OutOfAreaEnded e) {
        told(r);
        jdbc.update(
                "update out_of_area set ended_at = ? where place = ? and pool = ? and unit = ? and placement = ?",
                Journal.at(r.occurredAt()),
                place.value(),
                e.pool().value(),
                e.unit(),
                e.placement());
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
