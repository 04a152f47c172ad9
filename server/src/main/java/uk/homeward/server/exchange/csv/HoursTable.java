package uk.homeward.server.exchange.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.journey.event.PoolEvent;
import uk.homeward.journey.event.PoolEvent.Offer;
import uk.homeward.journey.event.Slot;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.PoolKind;

/** Hours of home care that can still be given, by area, time of day and skill. A row says one of them; 0 takes it away. */
final class HoursTable implements RowTaker {

    private final UnitRows units;
    private final Place place;

    HoursTable(UnitRows units, Place place) {
        this.units = units;
        this.place = place;
    }

    @Override
    public String kind() {
        return "hours";
    }

    @Override
    public List<String> required() {
        return List.of("unit", "part", "hours");
    }

    @Override
    public List<String> optional() {
        return List.of("area", "skill");
    }

    @Override
    public Report.Receipt take(Row row, boolean write) {
        String unit = row.need("unit");
        String area = row.may("area");
        String skill = row.may("skill");
        String part = row.oneOf("part", parts(), "");
        double hours = row.amount("hours");
        Optional<PoolId> pool = units.pool(row, unit);
        if (pool.filter(this::hasBeds).isPresent()) {
            row.fault("unit", "this unit has beds and offers no hours", "send it in the table of places");
        }
        if (part.isEmpty()) {
            row.fault("part", "the time of the day is missing", "one of " + parts());
        }
        if (!area.isEmpty() && !place.localities().has(LocalityId.of(area))) {
            row.fault("area", "there is no such area", "a locality of the place, or blank for all of it");
        }
        if (!skill.isEmpty() && !place.features().contains(skill)) {
            row.fault(
                    "skill",
                    "this skill is not known here",
                    "one of " + place.features().stream().sorted().toList());
        }
        if (!row.isSound()) {
            return row.refused();
        }
        Slot slot = new Slot(area, Slot.Part.valueOf(part.toUpperCase(Locale.ROOT)), skill);
        return offered(row, pool.orElseThrow(), unit, new Offer(slot, hours), write);
    }

    private Report.Receipt offered(Row row, PoolId pool, String unit, Offer offer, boolean write) {
        List<Offer> before = offers(pool, unit);
        List<Offer> after = new ArrayList<>(before);
        after.removeIf(o -> o.slot().equals(offer.slot()));
        if (offer.hours() > 0) {
            after.add(offer);
        }
        if (before.contains(offer) || before.equals(after)) {
            return row.taken(Report.State.UNCHANGED, unit);
        }
        if (write) {
            units.tell(List.of(new PoolEvent.HoursOffered(pool, unit, after)));
        }
        return row.taken(Report.State.CHANGED, unit);
    }

    private List<Offer> offers(PoolId pool, String unit) {
        return units.jdbc()
                .query(
                        "select area, part, skill, hours from offered_hours where place = ? and pool = ? and unit = ?"
                                + " order by area, part, skill",
                        (row, n) -> new Offer(
                                new Slot(row.getString(1), Slot.Part.valueOf(row.getString(2)), row.getString(3)),
                                row.getDouble(4)),
                        units.key().value(),
                        pool.value(),
                        unit);
    }

    private boolean hasBeds(PoolId pool) {
        return place.poolGroups().stream()
                .anyMatch(g -> g.id().value().equals(pool.value()) && g.kind() == PoolKind.BEDS);
    }

    private static List<String> parts() {
        return Stream.of(Slot.Part.values()).map(Slot.Part::word).toList();
    }
}
