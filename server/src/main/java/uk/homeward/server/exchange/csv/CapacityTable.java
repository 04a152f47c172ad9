package uk.homeward.server.exchange.csv;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.PlaceKey;

/** Capacity: how much each unit has and how much of it cannot be used. A row confirms it, as of now. */
final class CapacityTable implements RowTaker {

    /** The same row within this time is the same confirmation. */
    private static final Duration SAME = Duration.ofHours(1);

    private final Desk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Instant now;
    private final Actor by;
    private final BiPredicate<String, String> mayChange;
    private final Map<String, Integer> seen = new HashMap<>();

    /**
     * @param mayChange whether who sends the table may speak for a unit, by pool and unit
     */
    CapacityTable(
            Desk desk, JdbcTemplate jdbc, PlaceKey key, Instant now, Actor by, BiPredicate<String, String> mayChange) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.key = key;
        this.now = now;
        this.by = by;
        this.mayChange = mayChange;
    }

    @Override
    public String kind() {
        return "capacity";
    }

    @Override
    public List<String> required() {
        return List.of("unit", "capacity", "out_of_service");
    }

    @Override
    public List<String> optional() {
        return List.of("reason");
    }

    private record Unit(String pool, int version, double capacity, double outOfService, Instant confirmedAt) {}

    @Override
    public Report.Receipt take(Row row, boolean write) {
        String unit = row.need("unit");
        double capacity = row.amount("capacity");
        double out = row.amount("out_of_service");
        if (out > capacity) {
            row.fault("out_of_service", "more is out of service than there is", "check both numbers");
        }
        Optional<Unit> known = find(unit);
        if (!unit.isEmpty() && known.isEmpty()) {
            row.fault("unit", "there is no such unit in this place", "take its id from the place's pools.csv");
        }
        known.filter(u -> !mayChange.test(u.pool(), unit))
                .ifPresent(u ->
                        row.fault("unit", "you do not speak for this unit", "ask the unit's organisation or the hub"));
        int first = seen.merge(unit, row.line(), Math::min);
        if (first != row.line()) {
            row.fault("unit", "the unit stands in the table already, on line " + first, "keep one of the rows");
        }
        if (!row.isSound() || known.isEmpty()) {
            return row.refused();
        }
        return confirmed(
                row,
                unit,
                known.get(),
                new PoolEvent.CapacityConfirmed(PoolId.of(known.get().pool()), unit, capacity, out, row.may("reason")),
                write);
    }

    private Report.Receipt confirmed(
            Row row, String unit, Unit before, PoolEvent.CapacityConfirmed confirmed, boolean write) {
        boolean equal = before.capacity() == confirmed.capacity() && before.outOfService() == confirmed.outOfService();
        if (equal && before.version() > 0 && before.confirmedAt().plus(SAME).isAfter(now)) {
            return row.taken(Report.State.UNCHANGED, unit);
        }
        if (write) {
            desk.confirmCapacity(confirmed, now, by, null);
        }
        return row.taken(Report.State.CHANGED, unit);
    }

    private Optional<Unit> find(String unit) {
        return jdbc
                .query(
                        "select pool, version, capacity, out_of_service, confirmed_at from unit"
                                + " where place = ? and unit = ? order by pool",
                        (row, n) -> new Unit(
                                row.getString(1),
                                row.getInt(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()),
                        key.value(),
                        unit)
                .stream()
                .findFirst();
    }
}
