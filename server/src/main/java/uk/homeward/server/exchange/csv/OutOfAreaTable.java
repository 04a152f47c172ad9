package uk.homeward.server.exchange.csv;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.server.journal.PersonKeys;

/** People who were placed out of area for want of a bed here. A row says that somebody is there, or is back. */
final class OutOfAreaTable implements RowTaker {

    private final UnitRows units;
    private final PersonKeys persons;

    OutOfAreaTable(UnitRows units) {
        this.units = units;
        this.persons = new PersonKeys(units.jdbc(), units.key());
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
        Optional<PoolId> pool = units.pool(row, unit);
        Optional<String> person = persons.find(given);
        if (!given.isEmpty() && person.isEmpty()) {
            row.fault("person", "nobody with this number or id is known here", "register them first");
        }
        if (!row.isSound()) {
            return row.refused();
        }
        PoolId of = pool.orElseThrow();
        Optional<String> placement = placement(of, unit, person.orElseThrow(), where);
        if (placement.isPresent() != isBack) {
            return row.taken(Report.State.UNCHANGED, unit);
        }
        if (write) {
            PoolEvent fact = isBack
                    ? new PoolEvent.OutOfAreaEnded(of, unit, placement.orElseThrow(), reason)
                    : new PoolEvent.PlacedOutOfArea(
                            of, unit, UUID.randomUUID().toString(), person.orElseThrow(), where, kilometres, reason);
            units.tell(List.of(fact));
        }
        return row.taken(isBack ? Report.State.CHANGED : Report.State.ADDED, unit);
    }

    private Optional<String> placement(PoolId pool, String unit, String person, String where) {
        return units
                .jdbc()
                .queryForList(
                        "select placement from out_of_area where place = ? and pool = ? and unit = ? and person = ?"
                                + " and elsewhere = ? and ended_at is null",
                        String.class,
                        units.key().value(),
                        pool.value(),
                        unit,
                        person,
                        where)
                .stream()
                .findFirst();
    }
}
