package uk.homeward.server.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.Recorded;

/** The beds of units, each with its own state, and how long it takes to make one ready again. */
final class Spots {

    /** True where somebody lies in {@code spot s}: by their journey, or by the hospital's messages. */
    static final String TAKEN = """
        (exists (select from occupancy o where o.place = s.place and o.pool = s.pool and o.unit = s.unit
                and o.spot = s.spot)
            or exists (select from spell b where b.place = s.place and b.ward = s.unit and b.bed = s.spot
                and b.discharged_at is null and b.state = 'ADMITTED'))\
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;

    Spots(JdbcTemplate jdbc, PlaceKey place) {
        this.jdbc = jdbc;
        this.place = place;
    }

    void name(Recorded<PoolEvent> r, PoolEvent.SpotsNamed named) {
        jdbc.update(
                "delete from spot where place = ? and pool = ? and unit = ? and not (spot = any (?))",
                place.value(),
                named.pool().value(),
                named.unit(),
                named.spots().toArray(String[]::new));
        jdbc.update(
                """
                insert into spot (place, pool, unit, spot, number, condition, reason, since, turnarounds, turnaround_mins)
                select ?, ?, ?, n.spot, n.number, 'READY', '', ?, 0, 0
                from unnest(?::text[]) with ordinality as n (spot, number)
                on conflict (place, pool, unit, spot) do update set number = excluded.number
                """,
                place.value(),
                named.pool().value(),
                named.unit(),
                Journal.at(r.occurredAt()),
                named.spots().toArray(String[]::new));
    }

    /** A bed turns around from when it is empty to when it is ready. */
    void change(Recorded<PoolEvent> r, PoolEvent.SpotChanged changed) {
        String to = changed.condition().name();
        jdbc.update(
                """
                update spot set
                    turnarounds = turnarounds + case when ? = 'READY' and vacated_at is not null then 1 else 0 end,
                    turnaround_mins = turnaround_mins + case when ? = 'READY' and vacated_at is not null
                        then extract(epoch from ?::timestamptz - vacated_at)::bigint / 60 else 0 end,
                    vacated_at = case when ? = 'CLEANING' then coalesce(vacated_at, ?::timestamptz) end,
                    condition = ?, reason = ?, since = ?
                where place = ? and pool = ? and unit = ? and spot = ?
                """,
                to,
                to,
                Journal.at(r.occurredAt()),
                to,
                Journal.at(r.occurredAt()),
                to,
                changed.reason(),
                Journal.at(r.occurredAt()),
                place.value(),
                changed.pool().value(),
                changed.unit(),
                changed.spot());
    }

    /** What a unit's row says of its beds; the parameters are place, pool and unit. */
    static String counts() {
        return """
            (spots_taken, spots_out, spots_cleaning) = (
                select count(*) filter (where condition in ('OCCUPIED', 'LEAVING')),
                    count(*) filter (where condition = 'OUT_OF_SERVICE'),
                    count(*) filter (where condition = 'CLEANING')
                from spot s where s.place = ? and s.pool = ? and s.unit = ?)\
            """;
    }

    /** A bed that is ready and nobody's; empty where the unit names no beds, or has none left. */
    Optional<String> findFree(String pool, String unit, Instant now) {
        return jdbc
                .queryForList("""
                    select s.spot from spot s
                    where s.place = ? and s.pool = ? and s.unit = ? and s.condition = 'READY'
                      and not %s
                      and not exists (select from hold h where h.place = s.place and h.pool = s.pool
                          and h.unit = s.unit and h.spot = s.spot and h.keeps_until > ?)
                    order by s.number limit 1
                    """.formatted(TAKEN), String.class, place.value(), pool, unit, Journal.at(now))
                .stream()
                .findFirst();
    }

    /** Why a bed cannot be had, in words; empty where it can. */
    Optional<String> whyNot(String pool, String unit, String spot, Instant now) {
        List<String> why =
                jdbc.queryForList("""
                    select case
                        when %s then 'is occupied'
                        when exists (select from hold h where h.place = s.place and h.pool = s.pool
                            and h.unit = s.unit and h.spot = s.spot and h.keeps_until > ?) then 'is held for somebody'
                        when s.condition = 'READY' then ''
                        when s.condition = 'CLEANING' then 'is being cleaned'
                        when s.condition = 'OUT_OF_SERVICE' then 'is out of service'
                        else 'is occupied' end
                    from spot s where s.place = ? and s.pool = ? and s.unit = ? and s.spot = ?
                    """.formatted(TAKEN), String.class, Journal.at(now), place.value(), pool, unit, spot);
        return why.isEmpty()
                ? Optional.of("is not a bed of this unit")
                : why.stream().filter(w -> !w.isEmpty()).findFirst();
    }
}
