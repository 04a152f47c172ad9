package uk.homeward.server.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import uk.homeward.journey.capacity.Room;
import uk.homeward.journey.event.PoolEvent.Offer;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Units;
import uk.homeward.server.time.PlaceTime;

/** How every unit of the place stands now: wards, centres, teams, care homes and home-care providers alike. */
@Repository
public class UnitsNow {

    private static final String LINES = """
        select u.pool, u.unit, u.version, u.title, u.locality, u.organisation, u.capacity,
            greatest(u.out_of_service, u.spots_out) as out_of_service, u.spots_cleaning,
            %s as taken, u.elsewhere, coalesce(h.held, 0) as held,
            u.confirmed_at, u.confirmed_by
        from unit u left join (
            select pool, unit, sum(amount) as held from hold
            where place = ? and keeps_until > '-infinity' and keeps_until > ? group by pool, unit) h
          on h.pool = u.pool and h.unit = u.unit
        where u.place = ?
        """.formatted(Units.TAKEN);

    private final JdbcTemplate jdbc;
    private final PlaceKey place;
    private final PlaceTime time;

    UnitsNow(JdbcTemplate jdbc, PlaceKey place, PlaceTime time) {
        this.jdbc = jdbc;
        this.place = place;
        this.time = time;
    }

    /**
     * One unit.
     *
     * @param locality empty for the whole place
     * @param organisation who runs it
     */
    public record UnitLine(
            String pool, String unit, int version, String title, String locality, String organisation, Room room) {}

    /** All units, by pool and title. */
    public List<UnitLine> list() {
        return list("", "order by u.pool, u.title, u.unit");
    }

    /** The units of a pool; those with most room first. */
    public List<UnitLine> ofPool(PoolId pool) {
        return list("and u.pool = ? ", "order by u.title, u.unit", pool.value()).stream()
                .sorted(java.util.Comparator.comparingDouble(
                        (UnitLine u) -> -u.room().free()))
                .toList();
    }

    /** The units of an organisation. */
    public List<UnitLine> ofOrganisation(String organisation) {
        return list("and u.organisation = ? ", "order by u.pool, u.title, u.unit", organisation);
    }

    public Optional<UnitLine> find(PoolId pool, String unit) {
        return list("and u.pool = ? and u.unit = ? ", "", pool.value(), unit).stream()
                .findFirst();
    }

    /** The beds of a ward. */
    public Optional<UnitLine> ofWard(String ward) {
        return list("and u.unit = ? ", "", ward).stream().findFirst();
    }

    /** The hours that a unit still offers, before those that are held. */
    public List<Offer> offers(PoolId pool, String unit) {
        return jdbc.query(
                "select area, part, skill, hours from offered_hours where place = ? and pool = ? and unit = ?"
                        + " order by area, array_position(array['MORNING','LUNCH','TEA','BED'], part), skill",
                (row, n) -> new Offer(
                        new Slot(row.getString(1), Slot.Part.valueOf(row.getString(2)), row.getString(3)),
                        row.getDouble(4)),
                place.value(),
                pool.value(),
                unit);
    }

    private List<UnitLine> list(String narrow, String order, Object... values) {
        Instant now = time.instant();
        Object[] all = new Object[values.length + 3];
        all[0] = place.value();
        all[1] = HoldsRead.at(now);
        all[2] = place.value();
        System.arraycopy(values, 0, all, 3, values.length);
        return jdbc.query(LINES + narrow + order, (row, n) -> line(row), all);
    }

    private static UnitLine line(ResultSet row) throws SQLException {
        return new UnitLine(
                row.getString("pool"),
                row.getString("unit"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("locality"),
                row.getString("organisation"),
                new Room(
                        row.getDouble("capacity"),
                        row.getDouble("out_of_service"),
                        row.getDouble("spots_cleaning"),
                        row.getDouble("taken"),
                        row.getDouble("elsewhere"),
                        row.getDouble("held"),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                        row.getString("confirmed_by")));
    }
}
