package uk.homeward.server.exchange.csv;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.journal.Units;

/** Capacity: how much each unit has, how much of it cannot be used and how much is free. A row confirms it, as of now. */
final class CapacityTable implements RowTaker {

    /** The same row within this time is the same confirmation. */
    private static final Duration SAME = Duration.ofHours(1);

    private final UnitRows units;
    private final Map<String, Integer> seen = new HashMap<>();

    CapacityTable(UnitRows units) {
        this.units = units;
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
        return List.of("reason", "free");
    }

    /**
     * A unit as it stands.
     *
     * @param known places that are taken or held by people whom we know, or being cleaned
     */
    private record Unit(
            PoolId pool,
            int version,
            double capacity,
            double outOfService,
            double elsewhere,
            double known,
            Instant confirmedAt) {}

    @Override
    public Report.Receipt take(Row row, boolean write) {
        String unit = row.need("unit");
        double capacity = row.amount("capacity");
        double out = row.amount("out_of_service");
        if (out > capacity) {
            row.fault("out_of_service", "more is out of service than there is", "check both numbers");
        }
        Optional<Unit> known = units.pool(row, unit).map(pool -> stands(pool, unit));
        int first = seen.merge(unit, row.line(), Math::min);
        if (first != row.line()) {
            row.fault("unit", "the unit stands in the table already, on line " + first, "keep one of the rows");
        }
        if (!row.isSound() || known.isEmpty()) {
            return row.refused();
        }
        Unit before = known.get();
        if (out > before.outOfService() && row.may("reason").isEmpty()) {
            row.fault("reason", "more is out of service than before, and nobody says why", "say why in a few words");
        }
        double elsewhere = before.elsewhere();
        if (!row.may("free").isEmpty()) {
            elsewhere = capacity - out - before.known() - row.amount("free");
            if (elsewhere < 0) {
                row.fault(
                        "free",
                        "more would be free than there is beside the " + before.known()
                                + " places that people have whom Homeward knows",
                        "say who left, or check the numbers");
            }
        }
        return row.isSound() ? confirmed(row, unit, before, capacity, out, elsewhere, write) : row.refused();
    }

    private Report.Receipt confirmed(
            Row row, String unit, Unit before, double capacity, double out, double elsewhere, boolean write) {
        boolean equal =
                before.capacity() == capacity && before.outOfService() == out && before.elsewhere() == elsewhere;
        if (equal && before.version() > 0 && before.confirmedAt().plus(SAME).isAfter(units.now())) {
            return row.taken(Report.State.UNCHANGED, unit);
        }
        if (write) {
            List<PoolEvent> facts = new ArrayList<>();
            facts.add(new PoolEvent.CapacityConfirmed(before.pool(), unit, capacity, out, row.may("reason")));
            if (elsewhere != before.elsewhere()) {
                facts.add(new PoolEvent.TakenElsewhere(before.pool(), unit, elsewhere));
            }
            units.tell(facts);
        }
        return row.taken(Report.State.CHANGED, unit);
    }

    private Unit stands(PoolId pool, String unit) {
        return units.jdbc()
                .query(
                        """
                        select u.version, u.capacity, u.out_of_service, u.elsewhere,
                            %s + u.spots_cleaning + coalesce((select sum(h.amount) from hold h
                                where h.place = u.place and h.pool = u.pool and h.unit = u.unit
                                  and h.keeps_until > '-infinity' and h.keeps_until > ?), 0),
                            u.confirmed_at
                        from unit u where u.place = ? and u.pool = ? and u.unit = ?
                        """.formatted(Units.KNOWN),
                        (row, n) -> new Unit(
                                pool,
                                row.getInt(1),
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getObject(6, OffsetDateTime.class).toInstant()),
                        units.now().atOffset(ZoneOffset.UTC),
                        units.key().value(),
                        pool.value(),
                        unit)
                .getFirst();
    }
}
