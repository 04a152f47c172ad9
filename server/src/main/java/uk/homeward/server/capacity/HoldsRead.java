package uk.homeward.server.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.capacity.Hold.State;
import uk.homeward.journey.capacity.HoldRules;
import uk.homeward.journey.event.Slot;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;

/** Reads holds. */
@Repository
class HoldsRead {

    private static final String LINES = """
        select h.id, h.pool, h.unit, u.title, h.spot, h.area, h.part, h.skill, h.amount, h.person, h.partner, h.purpose, h.state,
            h.placed_by, h.placed_for, h.placed_at, h.expires_at
        from hold h left join unit u on u.place = h.place and u.pool = h.pool and u.unit = h.unit
        where h.place = ? and h.keeps_until > '-infinity' and h.keeps_until > ?
        """;

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final UnitDesk units;

    HoldsRead(JdbcTemplate jdbc, PlaceKey place, UnitDesk units) {
        this.jdbc = jdbc;
        this.place = place;
        this.units = units;
    }

    /** What the rules must know; the unit is locked. */
    HoldRules.Asked asked(HoldWish wish, Optional<Double> free, Instant now) {
        return new HoldRules.Asked(
                free.isEmpty() ? null : title(wish),
                free.orElse(0.0),
                wish.slot() == null ? Double.NaN : inSlot(wish, wish.slot(), now),
                wish.spot() == null
                        ? null
                        : units.whyNotSpot(wish.pool(), wish.unit(), wish.spot(), now)
                                .orElse(null),
                already(wish, now));
    }

    private String title(HoldWish wish) {
        return String.valueOf(jdbc.queryForObject(
                "select title from unit where place = ? and pool = ? and unit = ?",
                String.class,
                place.value(),
                wish.pool().value(),
                wish.unit()));
    }

    /** Hours that fit are those of the area or of the whole place, with the skill if one is asked for. */
    private double inSlot(HoldWish wish, Slot slot, Instant now) {
        Double hours = jdbc.queryForObject(
                """
                select coalesce((select sum(o.hours) from offered_hours o
                        where o.place = ? and o.pool = ? and o.unit = ? and o.area in (?, '') and o.part = ?
                          and (? = '' or o.skill = ?)), 0)
                    - coalesce((select sum(h.amount) from hold h
                        where h.place = ? and h.pool = ? and h.unit = ? and h.part = ? and h.area = ?
                          and (? = '' or h.skill = ?) and h.keeps_until > ?), 0)
                """,
                Double.class,
                place.value(),
                wish.pool().value(),
                wish.unit(),
                slot.area(),
                slot.part().name(),
                slot.skill(),
                slot.skill(),
                place.value(),
                wish.pool().value(),
                wish.unit(),
                slot.part().name(),
                slot.area(),
                slot.skill(),
                slot.skill(),
                at(now));
        return hours == null ? 0 : hours;
    }

    /** The person's other hold of the same kind, and for the same time of the day; who lives somewhere may look elsewhere. */
    private @Nullable String already(HoldWish wish, Instant now) {
        return jdbc
                .queryForList(
                        """
                        select u.title from hold h join unit u on u.place = h.place and u.pool = h.pool and u.unit = h.unit
                        where h.place = ? and (h.person = any (?) or h.partner = any (?)) and h.pool = ? and h.part = ? and h.state <> 'THERE'
                          and h.keeps_until > ?
                        limit 1
                        """,
                        String.class,
                        place.value(),
                        both(wish),
                        both(wish),
                        wish.pool().value(),
                        wish.slot() == null ? "" : wish.slot().part().name(),
                        at(now))
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static String[] both(HoldWish wish) {
        return Stream.of(wish.person(), wish.partner())
                .filter(id -> !id.isEmpty())
                .toArray(String[]::new);
    }

    List<String> lapsed(Instant now) {
        return jdbc.queryForList(
                "select id from hold where place = ? and state = 'HELD' and expires_at <= ? order by expires_at limit"
                        + " 500",
                String.class,
                place.value(),
                at(now));
    }

    List<String> lapsedOfSpot(String pool, String unit, String spot, Instant now) {
        return jdbc.queryForList(
                "select id from hold where place = ? and pool = ? and unit = ? and spot = ? and state = 'HELD'"
                        + " and expires_at <= ?",
                String.class,
                place.value(),
                pool,
                unit,
                spot,
                at(now));
    }

    List<HoldLine> ofPerson(String person, Instant now) {
        return jdbc.query(
                LINES + " and (h.person = ? or h.partner = ?) order by h.placed_at, h.id",
                (row, n) -> line(row),
                place.value(),
                at(now),
                person,
                person);
    }

    List<HoldLine> ofUnit(String pool, String unit, Instant now) {
        return jdbc.query(
                LINES + " and h.pool = ? and h.unit = ? order by h.keeps_until, h.placed_at, h.id",
                (row, n) -> line(row),
                place.value(),
                at(now),
                pool,
                unit);
    }

    private static HoldLine line(ResultSet row) throws SQLException {
        String title = row.getString("title");
        return new HoldLine(
                row.getString("id"),
                row.getString("pool"),
                row.getString("unit"),
                title == null ? row.getString("unit") : title,
                row.getString("spot"),
                row.getString("area"),
                row.getString("part"),
                row.getString("skill"),
                row.getDouble("amount"),
                row.getString("person"),
                row.getString("partner"),
                row.getString("purpose"),
                State.valueOf(row.getString("state")),
                row.getString("placed_by"),
                row.getString("placed_for"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
