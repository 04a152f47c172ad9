package uk.homeward.server.exchange.csv;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.UnitDesk;

/**
 * What every table about units needs: which unit a row speaks of, whether the sender may speak for it, and the desk.
 *
 * @param mayChange whether who sends the table may speak for a unit, by pool and unit
 */
record UnitRows(
        UnitDesk desk, JdbcTemplate jdbc, PlaceKey key, Instant now, Actor by, BiPredicate<String, String> mayChange) {

    /** The pool of the row's unit; empty, with the fault on the row, where there is no such unit or it is not theirs. */
    Optional<PoolId> pool(Row row, String unit) {
        Optional<String> pool = jdbc
                .queryForList(
                        "select pool from unit where place = ? and unit = ? order by pool limit 1",
                        String.class,
                        key.value(),
                        unit)
                .stream()
                .findFirst();
        if (!unit.isEmpty() && pool.isEmpty()) {
            row.fault("unit", "there is no such unit in this place", "take its id from the capacity board's table");
        }
        if (pool.filter(p -> !mayChange.test(p, unit)).isPresent()) {
            row.fault("unit", "you do not speak for this unit", "ask the unit's organisation or the hub");
            return Optional.empty();
        }
        return pool.map(PoolId::of);
    }

    void tell(List<PoolEvent> facts) {
        desk.tell(facts, now, by, null);
    }
}
