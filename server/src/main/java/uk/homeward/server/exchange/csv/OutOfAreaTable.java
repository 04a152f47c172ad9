package uk.homeward.server.exchange.csv;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.journal.PersonKeys;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;

/** People who were placed out of area for want of a bed here. A row says that somebody is there, or is back. */
final class OutOfAreaTable implements RowTaker {

    private final UnitDesk desk;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final PersonKeys persons;
    private final Instant now;
    private final Actor by;
    private final BiPredicate<String, String> mayChange;

    OutOfAreaTable(
            UnitDesk desk,
            JdbcTemplate jdbc,
            PlaceKey key,
            Instant now,
            Actor by,
            BiPredicate<String, String> mayChange) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.key = key;
        this.persons = new PersonKeys(jdbc, key);
        this.now = now;
        this.by = by;
        this.mayChange = mayChange;
    }

    @Override
    public String kind() {
        return "out-of-area";
    }

    @Override
    public List<String> required() {
        return List.of("unit", "person", "where");
    }

    @Override
    public List<String> optional() {
        return List.of("kilometres", "reason", "back");
    }

    @Override
    public Report.Receipt take(Row row, boolean write) {
        String unit = row.need("unit");
        String given = row.need("person");
        String where = row.need("where");
        boolean isBack = row.yes("back", false);
        double kilometres = isBack ? 0 : row.amount("kilometres");
        String reason = isBack ? row.may("reason") : row.need("reason");
        Optional<String> pool = pool(row, unit);
        Optional<String> person = persons.find(given);
        if (!given.isEmpty() && person.isEmpty()) {
            row.fault("person", "nobody with this number or id is known here", "register them first");
        }
        if (!row.isSound()) {
            return row.refused();
        }
        PoolId of = PoolId.of(pool.orElseThrow());
        Optional<String> placement = placement(of, unit, person.orElseThrow(), where);
        if (placement.isPresent() != isBack) {
            return row.taken(Report.State.UNCHANGED, unit);
        }
        if (write) {
            PoolEvent fact = isBack
                    ? new PoolEvent.OutOfAreaEnded(of, unit, placement.orElseThrow(), reason)
                    : new PoolEvent.PlacedOutOfArea(
                            of, unit, UUID.randomUUID().toString(), person.orElseThrow(), where, kilometres, reason);
            desk.tell(List.of(fact), now, by, null);
        }
        return row.taken(isBack ? Report.State.CHANGED : Report.State.ADDED, unit);
    }

    private Optional<String> pool(Row row, String unit) {
        Optional<String> pool = jdbc
                .queryForList(
                        "select pool from unit where place = ? and unit = ? order by pool",
                        String.class,
                        key.value(),
                        unit)
                .stream()
                .findFirst();
        if (!unit.isEmpty() && pool.isEmpty()) {
            row.fault("unit", "there is no such unit in this place", "take its id from the capacity board's table");
        }
        pool.filter(p -> !mayChange.test(p, unit))
                .ifPresent(p ->
                        row.fault("unit", "you do not speak for this unit", "ask the unit's organisation or the hub"));
        return pool;
    }

    private Optional<String> placement(PoolId pool, String unit, String person, String where) {
        return jdbc
                .queryForList(
                        "select placement from out_of_area where place = ? and pool = ? and unit = ? and person = ?"
                                + " and elsewhere = ? and ended_at is null",
                        String.class,
                        key.value(),
                        pool.value(),
                        unit,
                        person,
                        where)
                .stream()
                .findFirst();
    }
}
